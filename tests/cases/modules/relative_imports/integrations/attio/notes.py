from . import http
from .http import client


def create(body):
    return client.post("/notes", json=body)  # call: POST /v2/notes


def all_notes():
    return http.client.get("/notes")  # call: GET /v2/notes
