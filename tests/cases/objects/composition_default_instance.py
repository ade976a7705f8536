"""The constructor makes the client if none is given."""
import requests


class Client:
    def __init__(self):
        self.url = "https://api.attio.com/v2"

    def delete(self, path):
        return requests.delete(self.url + path)


class Cleaner:
    def __init__(self, client=None):
        self.client = client or Client()

    def clean(self, entry_id):
        self.client.delete(f"/lists/leads/entries/{entry_id}")  # call: DELETE /v2/lists/{list}/entries/{entry_id}


class StrictCleaner:
    def __init__(self, client: Client | None = None):
        self.client = client if client is not None else Client()

    def clean(self, file_id):
        self.client.delete(f"/files/{file_id}")  # call: DELETE /v2/files/{file_id}
