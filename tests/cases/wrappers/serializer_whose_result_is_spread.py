"""As generated clients do: one function makes the request as a tuple, another one sends it spread."""
import requests


class Client:
    host = "https://api.attio.com"

    def serialize(self, method, path, path_params=None):
        for name, value in (path_params or {}).items():
            path = path.replace("{" + name + "}", str(value))
        return method, self.host + path

    def call(self, method, url):
        return requests.request(method, url)


class NotesApi:
    def __init__(self, client=None):
        self.client = client or Client()

    def _get_note(self, note_id):
        return self.client.serialize("GET", "/v2/notes/{note_id}", {"note_id": note_id})

    def get_note(self, note_id):
        return self.client.call(*self._get_note(note_id))  # call: GET /v2/notes/{note_id}

    def delete_note(self, note_id):
        param = self.client.serialize(method="DELETE", path="/v2/notes/{note_id}", path_params={"note_id": note_id})
        return self.client.call(*param)  # call: DELETE /v2/notes/{note_id}
