from flask import g

from app import app
from crm import Quiet


class Bag:
    client = Quiet()


@app.get("/notes")
def notes():
    return g.client.get("/notes").json()  # call: GET /v2/notes


def ours():
    g = Bag()
    return g.client.get("/lists")


ours()
