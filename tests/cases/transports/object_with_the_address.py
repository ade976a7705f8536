"""Objects of libraries without a model that are made with Attio's address, by whatever name the library has for it."""
import httpx
from acme.http import Client, RetryClient, connect
from acme.net import Session

made = Client(address="https://api.attio.com/v2")
made.get("/notes")  # call: GET /v2/notes
made.get("notes")  # call: GET /v2/notes
made.fetch("/notes", verb="POST")  # call: POST /v2/notes
made.do("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}
made.load_all("/tasks")  # unresolved: "acme.http.Client.load_all" = { method = "GET", path = 0 }
made.get("timeout")
made.close()
Client("https://api.attio.com", "token").patch("/v2/tasks/1", {})  # call: PATCH /v2/tasks/{task_id}
Client("token", root="https://api.attio.com/v2/objects").get("/people")  # call: GET /v2/objects/{object}
Session().open(base="https://api.attio.com/v2").get("/lists")  # call: GET /v2/lists
connect("https://api.attio.com/v2").post("/notes", {})  # call: POST /v2/notes
RetryClient(httpx.Client(base_url="https://api.attio.com/v2")).get("/self")  # call: GET /v2/self
RetryClient(httpx.Client(base_url="https://api.hubapi.com/v2")).get("/self")
other = Client(address="https://api.hubapi.com/v2")
other.get("/notes")
other.do("DELETE", "/notes/1")
Session().open(base="https://api.hubapi.com/v2").get("/lists")


class Notes:
    def __init__(self, client: Client):
        self.client = client

    def all(self):
        return self.client.get("/notes")  # call: GET /v2/notes

    def add(self):
        return self.client.send_json("POST", "/notes")  # call: POST /v2/notes


Notes(Client("https://api.attio.com/v2")).all()
Notes(Client("https://api.attio.com/v2")).add()
Notes(Client("https://api.hubapi.com/v2")).all()
