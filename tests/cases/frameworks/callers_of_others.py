"""Names of executors and schedulers on objects of libraries that have no such method of that kind, and of the project."""
import flask
import requests

BASE = "https://api.attio.com/v2"


def fetch(tail):
    return requests.get(BASE + tail)


class Pool:
    def submit(self, function, tail):
        return function("/notes")  # call: GET /v2/notes

    def add_job(self, function, args):
        return args


app = flask.Flask(__name__)
app.add_job(fetch, args=["/lists"])
Pool().submit(fetch, "/tasks")
Pool().add_job(fetch, args=["/self"])
