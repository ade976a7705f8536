# sends: GET /v2/notes, GET /v2/notes/{note_id}
# near: an optional segment: two endpoints
# argv: - 7
import sys

import requests


def notes(key=None):
    return requests.get("/".join(part for part in ("https://api.attio.com/v2", "notes", key) if part))


for word in sys.argv[1:]:
    notes(None if word == "-" else word)
