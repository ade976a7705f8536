"""Flask: the client on g, in app.extensions and in a blueprint."""
import os

import requests
from flask import Blueprint, Flask, current_app, g, request

bp = Blueprint("crm", __name__, url_prefix="/v2")


class Attio:
    def __init__(self, app=None):
        self.base = None
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        app.config.setdefault("ATTIO_URL", "https://api.attio.com/v2")
        self.base = app.config["ATTIO_URL"]
        app.extensions["attio"] = self

    def call(self, method, path, payload=None):
        return requests.request(method, self.base + path, json=payload, timeout=10).json()


attio = Attio()


def create_app():
    app = Flask(__name__)
    app.config["ATTIO_TOKEN"] = os.environ["ATTIO_TOKEN"]
    attio.init_app(app)
    app.register_blueprint(bp)
    return app


def session():
    if "attio_session" not in g:
        g.attio_session = requests.Session()
        g.attio_session.headers["Authorization"] = f"Bearer {current_app.config['ATTIO_TOKEN']}"
    return g.attio_session


@bp.post("/notes")
def note():
    return attio.call("POST", "/notes", request.get_json())  # call: POST /v2/notes


@bp.get("/tasks")
def tasks():
    return session().get("https://api.attio.com/v2/tasks").json()  # call: GET /v2/tasks
