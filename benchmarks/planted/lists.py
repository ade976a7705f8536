"""Lists in Attio, and what stands in them."""

from framework import Base4

from .client import AttioClient


class CrmLists(Base4):
    """Entries of lists."""

    client: AttioClient

    def __init__(self, client: AttioClient, **options):
        super().__init__(**options)
        self.client = client
        self.known = {each["api_slug"]: each for each in self._load()}

    def _load(self):
        return self.client.get("/lists")["data"]  # call: GET /v2/lists

    def entries(self, name):
        self.inherited4()
        return self.client.post(f"/lists/{name}/entries/query", {"limit": 500})["data"]  # call: POST /v2/lists/{list}/entries/query

    def add(self, name, parent):
        data = {"parent_record_id": parent, "parent_object": "people", "entry_values": {}}
        return self.client.post(f"/lists/{name}/entries", data)  # call: POST /v2/lists/{list}/entries

    def remove(self, name, entry):
        self.client.delete("/lists/" + name + "/entries/" + entry)  # call: DELETE /v2/lists/{list}/entries/{entry_id}
