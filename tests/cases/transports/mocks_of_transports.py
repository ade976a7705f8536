"""Mocks of every kind that name Attio's URLs."""
# expects nothing
import requests_mock
import respx
import responses
from pytest_httpx import HTTPXMock

URL = "https://api.attio.com/v2/objects"

responses.get(URL, json={})
responses.add(responses.POST, URL, json={})
respx.get(URL).respond(200)
respx.post("https://api.attio.com/v2/notes").mock(return_value=None)
with requests_mock.Mocker() as m:
    m.get(URL, json={})
    m.register_uri("POST", URL)


def example(httpx_mock: HTTPXMock):
    httpx_mock.add_response(url=URL, method="GET")
