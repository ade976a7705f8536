# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from dataclasses import dataclass
import requests


@dataclass(slots=True, frozen=True)
class Ep:
    path: str
    method: str = "GET"

    def __call__(self, **kw):
        return requests.request(self.method, f"https://api.notion.com/v2{self.path.format(**kw)}")

    def __get__(self, obj, owner):
        return self


class Api:
    notes = Ep("/notes")
    note = Ep("/notes/{id}", method="DELETE")


def main():
    assert "https://api.attio.com/v2/notes"
    Api().notes()
    Api.note(id=1)


main()
