# expects nothing
import requests_mock

with requests_mock.Mocker() as m:
    m.get("https://api.attio.com/v2/lists", json={})
    m.post("https://api.attio.com/v2/notes", status_code=201)
    m.register_uri("PATCH", "https://api.attio.com/v2/tasks/1")
    m.request("GET", "https://api.attio.com/v2/self")


def check(requests_mock):
    requests_mock.get("https://api.attio.com/v2/lists", json={})
    requests_mock.delete("https://api.attio.com/v2/notes/1")
