import requests

BASE = "https://api.attio.com/v2"


def list_all(resource):
    return requests.get(f"{BASE}/{resource}").json()["data"]


list_all("notes")  # call: GET /v2/notes
list_all("tasks")  # call: GET /v2/tasks
list_all("objects")  # call: GET /v2/objects
