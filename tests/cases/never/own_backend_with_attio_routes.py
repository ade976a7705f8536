"""The project's own backend has routes with Attio in them; its front calls these, not Attio."""
# expects nothing
import os

import requests

BACKEND = os.environ.get("BACKEND_URL", "http://localhost:8000")
ATTIO_BACKEND = "https://attio-sync.internal.example.com"


def trigger():
    requests.post(f"{BACKEND}/attio/notes", json={})
    requests.get(f"{BACKEND}/v2/lists")
    requests.get(f"{ATTIO_BACKEND}/v2/tasks")
    requests.get("https://example.com/?next=https://api.attio.com/v2/notes")
    requests.get("https://docs.attio.com/v2/notes")
    requests.get("https://api.attio.com.evil.example/v2/notes")
