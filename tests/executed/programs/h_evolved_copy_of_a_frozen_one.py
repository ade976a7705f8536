# sends: GET /v2/notes, GET /v2/lists
# near: replace() makes another object, the first keeps its path
import dataclasses

import requests


@dataclasses.dataclass(frozen=True)
class Ask:
    path: str
    root: str = "https://api.attio.com/v2"

    def go(self):
        return requests.get(self.root + self.path)


first = Ask("/notes")
second = dataclasses.replace(first, path="/lists")
first.go()
second.go()
