import requests

BASE = "https://api.attio.com/v2"


def paginate(path, page_size=50):
    offset = 0
    while True:
        response = requests.get(BASE + path, params={"limit": page_size, "offset": offset})
        rows = response.json()["data"]
        yield from rows
        if len(rows) < page_size:
            return
        offset += page_size


def main():
    notes = list(paginate("/notes"))  # call: GET /v2/notes
    for task in paginate("/tasks", page_size=100):  # call: GET /v2/tasks
        print(task, notes)
