"""Method and path are set together: only the real pairs."""
import requests


class Attio:
    BASE = "https://api.attio.com/v2"

    def save(self, note_id=None, data=None):
        if note_id:
            method, url = "PATCH", f"{self.BASE}/notes/{note_id}"
        else:
            method, url = "POST", f"{self.BASE}/notes"
        return requests.request(method, url, json=data)  # call: PATCH /v2/notes/{note_id} | POST /v2/notes
