"""An abstract property that subclasses override with a plain class attribute."""
from abc import ABC, abstractmethod
import requests


class Job(ABC):
    @property
    @abstractmethod
    def path(self) -> str:
        """The path."""

    def run(self):
        return requests.get(f"https://api.attio.com/v2/{self.path}")


class ListTasks(Job):
    path = "tasks"


class Notes(Job):
    path = "notes"


ListTasks().run()  # call: GET /v2/tasks
Notes().run()  # call: GET /v2/notes
