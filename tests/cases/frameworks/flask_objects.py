"""Flask: what is put on `g` before a request, on the application and among its extensions is there in each view."""
import requests
from flask import Flask, current_app, g

BASE = "https://api.attio.com/v2"


class Crm:
    def __init__(self, app=None):
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        self.base = app.config.get("CRM_BASE", BASE)
        app.extensions["crm"] = self

    def get(self, path):
        return requests.get(self.base + path)


app = Flask(__name__)
crm = Crm()
crm.init_app(app)
app.notes_url = BASE + "/notes"


@app.before_request
def open_session():
    g.crm = Crm(current_app)


@app.get("/self")
def whoami():
    return g.crm.get("/self").json()  # call: GET /v2/self


@app.get("/tasks")
def tasks():
    return current_app.extensions["crm"].get("/tasks").json()  # call: GET /v2/tasks


@app.get("/notes")
def notes():
    return requests.get(current_app.notes_url).json()  # call: GET /v2/notes


def other(g):
    return g.slack.get("/lists")
