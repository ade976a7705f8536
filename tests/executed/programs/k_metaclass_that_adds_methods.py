# sends: GET /v2/notes, GET /v2/tasks
import requests


def make(path):
    def method(self):
        return requests.get("https://api.attio.com/v2" + path)

    return method


class Attio:
    pass


for name, path in {"notes": "/notes", "tasks": "/tasks"}.items():
    setattr(Attio, name, make(path))


def main():
    a = Attio()
    a.notes()
    a.tasks()


main()
