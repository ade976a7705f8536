"""Functions that build a URL with an optional end: a call that leaves it out means the default, not just anything."""
import requests


class Job:
    host = "https://api.attio.com/v2"

    @property
    def resource(self):
        raise NotImplementedError

    def url(self, suffix=""):
        return f"{self.host}/{self.resource}{suffix}"

    @staticmethod
    def absolute(path, end=""):
        return "https://api.attio.com/v2" + path + end


class Notes(Job):
    @property
    def resource(self):
        return "notes"

    def all(self):
        return requests.get(self.url())  # call: GET /v2/notes

    def one(self, key):
        return requests.get(self.url(f"/{key}"))  # call: GET /v2/notes/{note_id}

    def drop(self, key):
        target = self.url(suffix="/" + key)
        return requests.delete(target)  # call: DELETE /v2/notes/{note_id}


class Tasks(Job):
    resource = "tasks"

    def all(self):
        return requests.get(self.url())  # call: GET /v2/tasks

    def hooks(self):
        return requests.get(self.absolute("/webhooks"))  # call: GET /v2/webhooks


class Channels(Job):
    host = "https://slack.com/api"
    resource = "tasks"

    def all(self):
        return requests.get(self.url())


def build(kind, key=None, base="https://api.attio.com/v2"):
    address = f"{base}/{kind}"
    if key:
        address += f"/{key}"
    return address


requests.get(build("lists"))  # call: GET /v2/lists
requests.get(build("lists", "x"))  # call: GET /v2/lists/{list}
requests.get(build("lists", base="https://api.example.com/v2"))
