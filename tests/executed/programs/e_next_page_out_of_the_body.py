# sends: GET /v2/tasks
# answers: [{"json": {"data": [], "next": "https://api.attio.com/v2/tasks?offset=10"}}, {"json": {"data": [], "next": null}}]
import requests


def tasks():
    url, found = "https://api.attio.com/v2/tasks", []
    while url:
        body = requests.get(url, headers={"Authorization": "Bearer t"}).json()
        found += body["data"]
        url = body.get("next")
    return found


tasks()
