"""The base class is of a library that is not described: its base URL is Attio's and the verbs are plain, so the requests are."""
from collections import UserDict

from company_http import AsyncRestClient, RestClient
from pydantic import BaseModel


class Attio(RestClient):
    base_url = "https://api.attio.com/v2"

    def notes(self):
        return self.get("/notes")  # call: GET /v2/notes

    def remove(self, note_id):
        return self.delete(f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}

    def any(self, method, path):
        return self.request(method, path)


class AsyncAttio(AsyncRestClient):
    def __init__(self, token):
        super().__init__(base_url="https://api.attio.com/v2", headers={"Authorization": token})

    async def lists(self):
        return await self.get("/lists")  # call: GET /v2/lists

    async def post(self, path, **kwargs):
        return await super().post(path, timeout=10, **kwargs)

    async def task(self, body):
        return await self.post("/tasks", json=body)  # call: POST /v2/tasks


class Other(RestClient):
    base_url = "https://api.example.com"

    def notes(self):
        return self.get("/notes")


class Unnamed(RestClient):
    def notes(self):
        return self.get("/notes")


class Table(UserDict):
    base_url = "https://api.attio.com/v2"

    def notes(self):
        return self.get("/notes")


class Model(BaseModel):
    base_url: str = "https://api.attio.com/v2"

    def notes(self):
        return self.get("/notes")


class Words(RestClient):
    base_url = "https://api.attio.com/v2"

    def cached(self):
        return self.get("notes_by_name", None)


Attio().any("PATCH", "/tasks/1")  # call: PATCH /v2/tasks/{task_id}
