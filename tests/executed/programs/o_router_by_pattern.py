# sends: DELETE /v2/tasks/{task_id}, GET /v2/objects/{object}/records/{record_id}, POST /v2/notes
import re
import requests

B = "https://api.attio.com/v2"


class Router:
    def __init__(self):
        self.rules = []

    def on(self, pattern):
        def deco(fn):
            self.rules.append((re.compile(pattern), fn))
            return fn

        return deco

    def dispatch(self, name, **payload):
        for rx, fn in self.rules:
            if m := rx.fullmatch(name):
                return fn(*m.groups(), **payload)


r = Router()


@r.on(r"record\.(\w+)")
def record(what, id):
    return requests.get(f"{B}/objects/people/records/{id}") if what != "deleted" else requests.post(f"{B}/notes")


@r.on("task.done")
def task(id):
    return requests.delete(f"{B}/tasks/{id}")


def main():
    r.dispatch("record.created", id=1)
    r.dispatch("task.done", id=1)
    r.dispatch("record.deleted", id=2)


main()
