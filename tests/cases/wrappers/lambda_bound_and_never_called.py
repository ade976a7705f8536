import requests

BASE = "https://api.attio.com/v2"

notes = lambda: requests.get(BASE + "/notes")  # call: GET /v2/notes


def send(method, path):
    return requests.request(method, BASE + path)


lists = lambda: send("GET", "/lists")  # call: GET /v2/lists
ask = lambda method, path: requests.request(method, BASE + path)
tasks = lambda: ask("GET", "/tasks")  # call: GET /v2/tasks
