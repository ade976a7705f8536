import attrs
import requests


@attrs.define
class ByMethod:
    host: str = "api.attio.com"
    base: str = attrs.field()

    @base.default
    def _complete(self):
        return f"https://{self.host}/v2"

    def notes(self):
        return requests.get(self.base + "/notes")  # call: GET /v2/notes


@attrs.define
class ByFactory:
    base: str = attrs.field(factory=lambda: "https://api.attio.com/v2")

    def tasks(self):
        return requests.get(self.base + "/tasks")  # call: GET /v2/tasks


ByMethod().notes()
ByFactory().tasks()
