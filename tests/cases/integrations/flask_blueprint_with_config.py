"""Flask blueprint, session in g, before_request hooks, and a small cache with fallback function; everything through current_app config."""
import functools

import requests
from flask import Blueprint, Flask, current_app, g, jsonify, request

bp = Blueprint("crm", __name__, url_prefix="/v2")


def attio():
    if "attio" not in g:
        g.attio = requests.Session()
        g.attio.headers["Authorization"] = "Bearer " + current_app.config["ATTIO_API_KEY"]
    return g.attio


def api_url(path):
    return current_app.config.get("ATTIO_BASE_URL", "https://api.attio.com/v2") + path


def cached(ttl):
    def decorate(fn):
        store = {}

        @functools.wraps(fn)
        def inner(*args):
            if args not in store:
                store[args] = fn(*args)
            return store[args]

        return inner

    return decorate


@cached(60)
def lookup(slug):
    return attio().get(api_url(f"/objects/{slug}")).json()  # call: GET /v2/objects/{object}


@bp.get("/objects/<slug>")
def show(slug):
    return jsonify(lookup(slug))


@bp.route("/notes", methods=["POST"])
def add():
    response = attio().post(api_url("/notes"), json=request.get_json())  # call: POST /v2/notes
    return jsonify(response.json()), response.status_code


@bp.route("/proxy/<path:path>", methods=["GET"])
def proxy(path):
    return attio().get(api_url("/" + path)).text  # unresolved


def create_app():
    app = Flask(__name__)
    app.config.from_mapping(ATTIO_API_KEY="x", ATTIO_BASE_URL="https://api.attio.com/v2")
    app.register_blueprint(bp)
    return app
