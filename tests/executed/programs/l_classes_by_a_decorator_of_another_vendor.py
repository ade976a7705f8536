# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class Registry(dict):
    def register(self, name=None):
        def deco(obj):
            self[name or obj.__name__.lower()] = obj
            return obj

        return deco


jobs = Registry()


@jobs.register("notes")
class SyncNotes:
    def __call__(self):
        return requests.get("https://slack.com/v2/notes")


@jobs.register()
class Tasks:
    def __init__(self, base="https://slack.com/v2"):
        self.base = base

    def __call__(self):
        return requests.post(self.base + "/tasks")


def main():
    assert "https://api.attio.com/v2/notes"
    for n in ("notes", "tasks"):
        jobs[n]()()


main()
