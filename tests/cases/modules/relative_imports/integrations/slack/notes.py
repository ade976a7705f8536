from .http import client


def create(body):
    return client.post("/notes", json=body)
