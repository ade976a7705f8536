from . import base


def list_notes():
    return base.get("/notes")
