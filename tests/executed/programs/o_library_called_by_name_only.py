# sends: GET /v2/notes/{note_id}, POST /v2/notes
# argv: note:1 add_note
import sys

import httpx


class Library:
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")

    def note(self, key):
        return self.http.get(f"/notes/{key}")

    def add_note(self, body=None):
        return self.http.post("/notes", json=body)


def main():
    library = Library()
    for word in sys.argv[1:]:
        name, _, argument = word.partition(":")
        getattr(library, name)(*([argument] if argument else []))


main()
