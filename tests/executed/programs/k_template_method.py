# sends: GET /v2/lists, GET /v2/lists/{list}/entries/{entry_id}, GET /v2/notes, POST /v2/tasks
from abc import ABC, abstractmethod
import requests


class Sync(ABC):
    def run(self):
        self.before()
        for path in self.paths():
            self.send(path)
        self.after()

    def before(self):
        pass

    def after(self):
        pass

    @abstractmethod
    def paths(self): ...
    def send(self, path):
        requests.get("https://api.attio.com/v2" + path)


class Notes(Sync):
    def paths(self):
        return ["/notes"]

    def after(self):
        requests.post("https://api.attio.com/v2/tasks")


class Lists(Sync):
    def paths(self):
        yield "/lists"
        yield "/lists/x"

    def send(self, path):
        super().send(path + "/entries/1" if path.endswith("x") else path)


def main():
    Notes().run()
    Lists().run()


main()
