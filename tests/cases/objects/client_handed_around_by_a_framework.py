import httpx
from aiohttp import web
from flask import Flask, current_app, g


class Attio:
    def __init__(self, token):
        self.http = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})

    def note(self, body):
        return self.http.post("/notes", json=body)  # call: POST /v2/notes


app = Flask(__name__)
app.attio = Attio("x")


@app.route("/objects")
def objects():
    return current_app.attio.http.get("/objects").json()  # call: GET /v2/objects


@app.before_request
def before():
    g.tasks = httpx.Client(base_url="https://api.attio.com/v2")
    g.github = httpx.Client(base_url="https://api.github.com")


@app.route("/tasks")
def tasks():
    g.github.get("/objects")
    return g.tasks.get("/tasks").json()  # call: GET /v2/tasks


async def start(application):
    application["http"] = httpx.AsyncClient(base_url="https://api.attio.com/v2")


async def members(request):
    found = await request.app["http"].get("/workspace_members")  # call: GET /v2/workspace_members
    return web.json_response(found.json())
