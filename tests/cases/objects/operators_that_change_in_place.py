import requests

BASE = "https://api.attio.com/v2"


class Path:
    def __init__(self, path):
        self.path = path

    def __iadd__(self, other):
        self.path += other
        return self

    def __itruediv__(self, other):
        self.path = self.path + "/" + other
        return self

    def __neg__(self):
        return requests.delete(BASE + self.path)  # call: DELETE /v2/webhooks/{webhook_id}

    def __invert__(self):
        return requests.post(BASE + self.path)  # call: POST /v2/tasks

    def get(self):
        return requests.get(BASE + self.path)


def added():
    path = Path("/no")
    path += "tes"
    path.get()  # call: GET /v2/notes


def divided():
    path = Path("/objects")
    path /= "people"
    path.get()  # call: GET /v2/objects/{object}


def signs():
    -Path("/webhooks/1")
    ~Path("/tasks")


class Plain:
    def __init__(self, path):
        self.path = path

    def __add__(self, other):
        return Plain(self.path + other)

    def get(self):
        return requests.get(BASE + self.path)


def new_one():
    # near miss: the operator makes another object, and the first stays what it was
    first = path = Plain("/lists")
    path += "/1"
    path.get()  # call: GET /v2/lists/{list}
    first.get()  # call: GET /v2/lists
