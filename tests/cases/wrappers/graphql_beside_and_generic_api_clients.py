"""A generic client base of our own (like apiclient), with endpoints in a class and a Notion one beside it."""
import requests


class APIClient:
    def __init__(self, auth=None, response_handler=None):
        self._session = requests.Session()

    def get(self, endpoint, params=None):
        return self._make("get", endpoint, params=params)

    def post(self, endpoint, data=None):
        return self._make("post", endpoint, json=data)

    def _make(self, verb, endpoint, **kw):
        method = getattr(self._session, verb)
        return method(endpoint, headers=self.headers(), **kw).json()

    def headers(self):
        return {}


class AttioEndpoints:
    base = "https://api.attio.com/v2"
    lists = f"{base}/lists"
    note = base + "/notes/{id}"
    entries = "/".join((base, "lists", "{slug}", "entries", "query"))


class NotionEndpoints:
    base = "https://api.notion.com/v1"
    lists = f"{base}/lists"


class AttioClient(APIClient):
    def lists(self):
        return self.get(AttioEndpoints.lists)  # call: GET /v2/lists

    def note(self, note_id):
        return self.get(AttioEndpoints.note.format(id=note_id))  # call: GET /v2/notes/{note_id}

    def entries(self, slug):
        return self.post(AttioEndpoints.entries.format(slug=slug), {"limit": 1})  # call: POST /v2/lists/{list}/entries/query


class NotionClient(APIClient):
    def lists(self):
        return self.get(NotionEndpoints.lists)
