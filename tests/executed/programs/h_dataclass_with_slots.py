# sends: DELETE /v2/notes/{note_id}, GET /v2/notes
from dataclasses import dataclass
import requests


@dataclass(slots=True, frozen=True)
class Ep:
    path: str
    method: str = "GET"

    def __call__(self, **kw):
        return requests.request(self.method, f"https://api.attio.com/v2{self.path.format(**kw)}")

    def __get__(self, obj, owner):
        return self


class Api:
    notes = Ep("/notes")
    note = Ep("/notes/{id}", method="DELETE")


def main():
    Api().notes()
    Api.note(id=1)


main()
