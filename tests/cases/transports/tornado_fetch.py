from tornado.httpclient import AsyncHTTPClient, HTTPClient, HTTPRequest

API = "https://api.attio.com/v2"


async def main(body):
    client = AsyncHTTPClient()
    await client.fetch("https://api.attio.com/v2/tasks")  # call: GET /v2/tasks
    await client.fetch("https://api.attio.com/v2/tasks", method="POST", body="{}")  # call: POST /v2/tasks
    # A body decides no method: tornado refuses a GET with one.
    await client.fetch(f"{API}/webhooks", body=body)  # call: GET /v2/webhooks
    await client.fetch(HTTPRequest("https://api.attio.com/v2/tasks/t", method="DELETE"))  # call: DELETE /v2/tasks/{task_id}


class Attio:
    def __init__(self):
        self.http = HTTPClient()

    def send(self, path, method="GET", **more):
        request = HTTPRequest(API + path, method, headers={"Authorization": "Bearer x"}, **more)
        return self.http.fetch(request)


Attio().send("/self")  # call: GET /v2/self
Attio().send("/notes", "POST", body="{}")  # call: POST /v2/notes


def other(http, request):
    HTTPClient().fetch("https://example.com/v2/tasks")
    HTTPClient().fetch(request)
    http.fetch("/v2/tasks")
    return HTTPRequest("https://api.attio.com/v2/lists")
