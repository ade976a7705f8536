import requests

BASE = "https://api.attio.com/v2"


class History:
    def __init__(self):
        self.undo = []

    def do(self, verb, path, back, back_path):
        requests.request(verb, BASE + path)
        self.undo.append((back, back_path))

    def rollback(self):
        while self.undo:
            verb, path = self.undo.pop()
            requests.request(verb, BASE + path)


def undone():
    history = History()
    history.do("POST", "/notes", "DELETE", "/notes/1")  # call: POST /v2/notes
    history.do("POST", "/tasks", "PATCH", "/tasks/1")  # call: POST /v2/tasks
    history.rollback()  # call: DELETE /v2/notes/{note_id} | PATCH /v2/tasks/{task_id}


class Steps:
    def __init__(self):
        self.todo = []

    def step(self):
        requests.get(BASE + self.todo.pop(0))  # call: GET /v2/lists | GET /v2/webhooks

    def run(self):
        while self.todo:
            self.step()


def stepped():
    steps = Steps()
    steps.todo.append("/lists")
    steps.todo.append("/webhooks")
    steps.run()


class Once:
    def __init__(self):
        self.todo = []

    def last(self):
        requests.get(BASE + self.todo.pop())  # call: GET /v2/self


def one_of_them():
    # near miss: without a loop it is the last one alone
    once = Once()
    once.todo.append("/objects")
    once.todo.append("/self")
    once.last()
