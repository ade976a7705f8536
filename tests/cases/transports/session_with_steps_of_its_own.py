"""Clients that build, prepare or send requests in a way of their own, which every verb goes through."""
import httpx
import requests

ROOT = "https://api.attio.com/v2"


class Preparing(requests.Session):
    def prepare_request(self, request):
        request.url = ROOT + request.url
        return super().prepare_request(request)


class Sending(requests.Session):
    def send(self, request, **options):
        request.url = request.url.replace("crm://", ROOT + "/")
        return super().send(request, **options)


class Building(httpx.Client):
    def build_request(self, method, url, **options):
        return super().build_request(method, ROOT + url, **options)


class Watching(requests.Session):
    def send(self, request, **options):
        request.headers["X-Trace"] = "1"
        return super().send(request, **options)


class Elsewhere(requests.Session):
    def send(self, request, **options):
        request.url = request.url.replace("crm://", "https://api.example.com/v2/")
        return super().send(request, **options)


def main():
    Preparing().get("/notes")  # call: GET /v2/notes
    Preparing().request("POST", "/tasks")  # call: POST /v2/tasks
    Sending().post("crm://notes")  # call: POST /v2/notes
    Building().get("/lists")  # call: GET /v2/lists
    Watching().get(ROOT + "/self")  # call: GET /v2/self
    Elsewhere().post("crm://notes")
    Preparing().send(requests.Request("GET", ROOT + "/webhooks").prepare())  # call: GET /v2/webhooks
