"""Functions that are made in others and go where nobody sees who calls them: what of the path is written there is asked for all the same."""
import threading

import requests
from someframework import Server, hook, register


def send(method, path, **more):
    return requests.request(method, "https://api.attio.com/v2" + path, **more)


send("GET", "/self")  # call: GET /v2/self


def create_app():
    app = Server()

    @app.route("/x")
    def routed(kind):
        return send("GET", f"/{kind}/entries")  # unresolved: sets `kind`

    @hook
    def hooked(kind):
        return send("GET", f"/{kind}/attributes")  # unresolved: sets `kind`

    def stored(kind):
        return send("POST", f"/{kind}/records")  # unresolved: sets `kind`

    app.table = {"a": stored}
    TABLE["x"] = lambda kind: send("PUT", f"/{kind}/records")  # unresolved: sets `kind`

    def given_back(kind):
        return send("GET", f"/{kind}/records")  # unresolved: sets `kind`

    def helper(kind):  # it is called, with a kind
        return send("GET", f"/{kind}/n1")

    helper("notes")  # call: GET /v2/notes/{note_id}
    return app, given_back


TABLE = {}


def of_a_kind(kind):
    def one(key):
        return send("GET", f"/{kind}/{key}")

    return one


register(of_a_kind("tasks"))  # call: GET /v2/tasks/{task_id}
HANDLERS = {"notes": of_a_kind("notes")}  # call: GET /v2/notes/{note_id}


def logged(function):
    def wrapper(*given):
        function(*given)
        return send("POST", f"/{given[0]}/query")  # unresolved: sets `*given`

    return wrapper


@logged
def decorated(kind):
    return send("GET", f"/{kind}/views")  # unresolved: sets `kind`


def in_the_background(kind):
    threading.Thread(target=lambda: send("GET", f"/{kind}/l1")).start()  # unresolved: sets `kind`
