import inspect

import requests


class Url:
    def __init__(self, base):
        self.base = base

    def __getitem__(self, key):
        return Url(f"{self.base}/{key}")

    def __str__(self):
        return self.base


class Api:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


def report(root):
    requests.delete(str(root["tasks"][3]))  # call: DELETE /v2/tasks/{task_id}
    pair = (root["notes"], root["lists"])
    requests.get(str(pair[1]))  # call: GET /v2/lists
    requests.get(str(pair[0]))  # call: GET /v2/notes


def job(crm):
    return crm.get("/self")  # call: GET /v2/self


def other_job(mail):
    return mail.get("/self")


def run(function, resources):
    wanted = list(inspect.signature(function).parameters)
    function(**{name: resources[name] for name in wanted})


report(Url("https://api.attio.com/v2"))
report(Url("https://api.example.com"))
run(job, {"crm": Api("https://api.attio.com/v2"), "log": Api("https://api.example.com")})
run(other_job, {"mail": Api("https://api.example.com")})
