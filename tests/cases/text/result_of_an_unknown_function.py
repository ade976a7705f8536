"""A function that nobody knows gets Attio's address and gives something: a request to that is told."""
import requests
from acme.urls import canonical, shorten

BASE = "https://api.attio.com/v2"

requests.get(canonical(BASE + "/notes"))  # unresolved
requests.delete(canonical(BASE) + "/notes/1")  # call-or-unresolved: DELETE /v2/notes/{note_id}
requests.get(shorten("https://example.org/notes"))
