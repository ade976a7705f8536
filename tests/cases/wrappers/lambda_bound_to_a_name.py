import requests

BASE = "https://api.attio.com/v2"

get = lambda path, **kw: requests.get(BASE + path, **kw)  # noqa: E731

get("/notes")  # call: GET /v2/notes
get("/notes/" + "1")  # call: GET /v2/notes/{note_id}
