# expects nothing
import pytest


@pytest.fixture
def client(mocker):
    session = mocker.Mock()
    session.get("https://api.attio.com/v2/lists")
    mocker.patch("requests.post")("https://api.attio.com/v2/notes")
    return session


def check(requests_mock, responses, respx_mock, aioresponses, httpx_mock):
    requests_mock.get("https://api.attio.com/v2/self", json={})
    responses.post("https://api.attio.com/v2/notes", json={})
    respx_mock.patch("https://api.attio.com/v2/tasks/1").respond(200)
    aioresponses.get("https://api.attio.com/v2/lists", payload={})
