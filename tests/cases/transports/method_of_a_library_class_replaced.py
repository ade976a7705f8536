"""The method of a library's class is replaced for all of its objects."""
import requests

before = requests.Session.request


def request(self, method, url, **options):
    if url.startswith("/"):
        url = "https://api.attio.com/v2" + url
    return before(self, method, url, **options)


requests.Session.request = request


def main():
    requests.Session().get("/notes")  # call: GET /v2/notes
    session = requests.Session()
    session.request("POST", "/tasks")  # call: POST /v2/tasks
    session.get("https://api.example.com/notes")
