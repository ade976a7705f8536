import requests

BASE = "https://api.attio.com/v2"


class Transaction:
    def __init__(self):
        self.compensations = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind:
            for compensation in reversed(self.compensations):
                compensation()  # call: DELETE /v2/notes/{note_id} | DELETE /v2/tasks/{task_id}
        return True

    def create(self, what):
        requests.post(f"{BASE}/{what}")
        self.compensations.append(lambda: requests.delete(f"{BASE}/{what}/1"))


def main():
    with Transaction() as transaction:
        transaction.create("notes")  # call: POST /v2/notes
        transaction.create("tasks")  # call: POST /v2/tasks
        raise ValueError


class Batch:
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            requests.post(BASE + self.path)  # call: POST /v2/notes
        else:
            requests.delete(BASE + self.path + "/1")  # call: DELETE /v2/notes/{note_id}


def batch():
    with Batch("/notes"):
        print("filled")


class Never:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        # near miss: nothing hangs on the exception
        requests.get(BASE + "/self")  # call: GET /v2/self


def never():
    with Never():
        pass
