"""`bind`, `delay` and `s` of the project's own: no task is handed to itself, and what they do is written out."""
import requests

BASE = "https://api.attio.com/v2"


def task(bind=False, base=None):
    def mark(function):
        return function

    return mark


class Job:
    def __init__(self, path):
        self.path = path

    def delay(self, path):
        return requests.get(BASE + self.path)

    def s(self, path):
        return path


@task(bind=True)
def direct(path):
    return requests.get(BASE + path)


Job("/notes").delay("/tasks")  # call: GET /v2/notes
Job("/notes").s("/lists")
direct("/self")  # call: GET /v2/self
