import requests

BASE = "https://api.attio.com/v2"


class Api:
    def get(self, path):
        return requests.get(BASE + path)

    def delete(self, path):
        return requests.delete(BASE + path)

    def act(self, remove, note_id):
        send = self.delete if remove else self.get
        return send(f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id} | GET /v2/notes/{note_id}
