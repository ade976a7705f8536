"""Celery-free worker: an abstract job with run(), jobs found by subclass, parameters in class attributes, verbs as bound methods."""
from __future__ import annotations

import abc
import os

import requests


class Job(abc.ABC):
    schedule = "daily"
    session: requests.Session

    def __init__(self):
        self.session = requests.Session()
        self.session.headers.update(Authorization=f"Bearer {os.environ['ATTIO_API_KEY']}")

    @property
    @abc.abstractmethod
    def resource(self) -> str: ...

    @abc.abstractmethod
    def run(self) -> None: ...

    def url(self, suffix: str = "") -> str:
        return f"https://api.attio.com/v2/{self.resource}{suffix}"


class SyncPeople(Job):
    resource = "objects/people"

    def run(self):
        post = self.session.post
        for page in range(10):
            response = post(self.url("/records/query"), json={"offset": page * 500})  # call: POST /v2/objects/{object}/records/query
            if not response.json()["data"]:
                break


class CleanNotes(Job):
    @property
    def resource(self):
        return "notes"

    def run(self):
        get, delete = self.session.get, self.session.delete
        for note in get(self.url()).json()["data"]:  # call: GET /v2/notes
            delete(self.url("/" + note["id"]["note_id"]))  # call: DELETE /v2/notes/{note_id}


def main():
    for cls in Job.__subclasses__():
        cls().run()
