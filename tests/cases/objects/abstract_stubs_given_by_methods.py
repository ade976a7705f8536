"""Abstract methods give nothing themselves: what the subclasses give is sent."""
from abc import ABC, abstractmethod
import requests


class Job(ABC):
    @abstractmethod
    def method(self) -> str: ...

    @abstractmethod
    def path(self) -> str:
        pass

    def run(self):
        return requests.request(self.method(), f"https://api.attio.com/v2/{self.path()}")


class ListTasks(Job):
    def path(self):
        return "tasks"

    def method(self):
        return "GET"


class AddNote(Job):
    def path(self):
        return "notes"

    def method(self):
        return "POST"


ListTasks().run()  # call: GET /v2/tasks
AddNote().run()  # call: POST /v2/notes
