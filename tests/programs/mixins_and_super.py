import os

import httpx


class Transport:
    def __init__(self, token, **rest):
        super().__init__(**rest)
        self._client = httpx.Client(base_url="https://api.attio.com", headers={"Authorization": f"Bearer {token}"})

    def send(self, method, path, **options):
        return self._client.request(method, path, **options).raise_for_status().json()


class Logged(Transport):
    def send(self, method, path, **options):
        answer = super().send(method, path, **options)
        self.log = (method, path)
        return answer


class NotesMixin:
    def note(self, note_id):
        return self.send("GET", f"/v2/notes/{note_id}")


class ListsMixin:
    def list(self, slug):
        return self.send("GET", f"/v2/lists/{slug}")


class Attio(NotesMixin, ListsMixin, Logged):
    pass


attio = Attio(token=os.environ["ATTIO_TOKEN"])
attio.note("7")
attio.list("pipeline")
