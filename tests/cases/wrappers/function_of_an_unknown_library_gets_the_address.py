"""A function that nobody knows gets Attio's address: with a verb it is a send, with a name only it is told as unresolved."""
from acme.http import ask, fetch_json, post_json


def drop(key):
    return ask(method="DELETE", url=f"https://api.attio.com/v2/notes/{key}")  # call-or-unresolved: DELETE /v2/notes/{note_id}


def add():
    return post_json("https://api.attio.com/v2/notes", {})  # unresolved


def read():
    return fetch_json("https://api.attio.com/v2/tasks")  # unresolved


def elsewhere():
    return post_json("https://api.example.org/v2/notes", {})
