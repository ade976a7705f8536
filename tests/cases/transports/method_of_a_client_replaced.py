"""A method of a library's object, class or module is replaced by a function that calls what was there before."""
import httpx
import requests

ROOT = "https://api.attio.com/v2"


def on_an_object():
    session = requests.Session()
    before = session.request
    session.request = lambda method, path, **options: before(method, ROOT + path, **options)
    session.post("/tasks")  # call: POST /v2/tasks
    session.request("GET", "/notes")  # call: GET /v2/notes


def with_base(client):
    before = client.request

    def request(method, path, **options):
        return before(method, ROOT + path, **options)

    client.request = request
    return client


class Crm:
    def __init__(self):
        self.http = with_base(httpx.Client())

    def lists(self):
        return self.http.get("/lists")  # call: GET /v2/lists


def not_replaced():
    return httpx.Client().get("/notes")


def sending():
    session = requests.Session()
    before = session.send

    def send(request, **options):
        request.url = request.url.replace("crm://", ROOT + "/")
        return before(request, **options)

    session.send = send
    session.get("crm://self")  # call: GET /v2/self


delete_before = requests.delete
requests.delete = lambda path: delete_before(ROOT + path)


def of_the_module():
    requests.delete("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
