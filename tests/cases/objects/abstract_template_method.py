"""The base class has a template method; subclasses give parts by methods and properties, no attributes."""
from abc import ABC, abstractmethod

import requests


class Job(ABC):
    @property
    @abstractmethod
    def endpoint(self) -> str: ...

    @abstractmethod
    def method(self) -> str: ...

    def body(self):
        return None

    def run(self):
        return requests.request(self.method(), f"https://api.attio.com/v2/{self.endpoint}", json=self.body())


class ListTasks(Job):
    @property
    def endpoint(self):
        return "tasks"

    def method(self):
        return "GET"


class AddNote(Job):
    endpoint = "notes"

    def method(self):
        return "POST"

    def body(self):
        return {"data": {}}


for job in (ListTasks(), AddNote()):
    job.run()  # call: GET /v2/tasks | POST /v2/notes
