import requests

BASE = "https://api.attio.com/v2"

for number, path in enumerate(["/notes", "/tasks"], start=1):
    print(number, requests.get(BASE + path))  # call: GET /v2/notes | GET /v2/tasks

for name, path in zip(["a", "b"], ["/lists", "/objects"]):
    print(name, requests.get(BASE + path))  # call: GET /v2/lists | GET /v2/objects
