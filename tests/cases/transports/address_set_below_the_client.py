import httpx
import requests
from requests.adapters import HTTPAdapter


def to_attio(request):
    request.url = httpx.URL("https://api.attio.com/v2" + request.url.path)


def to_vendor(request):
    request.url = httpx.URL("https://api.hubapi.com" + request.url.path)


def look(request):
    if request.url.host == "api.attio.com":
        request.headers["X-Seen"] = "1"


class Transport(httpx.HTTPTransport):
    def handle_request(self, request):
        request.url = request.url.copy_with(scheme="https", host="api.attio.com")
        return super().handle_request(request)


class Adapter(HTTPAdapter):
    def send(self, request, **kwargs):
        request.url = request.url.replace("attio://", "https://api.attio.com/v2/")
        return super().send(request, **kwargs)


def by_a_hook():
    client = httpx.Client(event_hooks={"request": [look, to_attio]}, base_url="http://proxy.internal")
    client.get("/notes")  # unresolved: a hook, transport or adapter of the client


def by_a_transport():
    httpx.Client(transport=Transport(), base_url="http://crm/v2").get("/tasks")  # unresolved: a hook, transport or adapter of the client


def by_an_adapter():
    session = requests.Session()
    session.mount("attio://", Adapter())
    session.get("attio://lists")  # unresolved: a hook, transport or adapter of the client


def known_already():
    httpx.Client(transport=Transport(), base_url="https://api.attio.com/v2").get("/self")  # call: GET /v2/self


def elsewhere():
    # near miss: a hook that only looks, one that sends to another vendor, and a client with none
    httpx.Client(event_hooks={"request": [look]}, base_url="https://api.hubapi.com").get("/notes")
    httpx.Client(event_hooks={"request": [to_vendor]}, base_url="http://proxy.internal").get("/notes")
    httpx.Client(base_url="http://proxy.internal").get("/notes")
