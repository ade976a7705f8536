"""A project that mentions Attio everywhere and calls others: nothing of it is a call to Attio."""
# expects nothing
import httpx
import requests

ATTIO_API = "https://api.attio.com/v2"
SLACK = "https://slack.com/api"


class Enricher:
    """Finds people for Attio."""

    def __init__(self, attio_client, apollo_key):
        self.attio = attio_client
        self.base_url = "https://api.apollo.io/v1"
        self.http = httpx.Client(base_url=self.base_url)

    def people(self):
        return self.http.post("/people/match", json={"attio": True})

    def notes(self):
        return self.http.get("/notes")

    def to_attio_record(self, row):
        return {"attio_url": f"{ATTIO_API}/objects/people/records/{row['id']}"}


def notify(record):
    requests.post(f"{SLACK}/chat.postMessage", json={"text": f"{ATTIO_API}/notes"})
    requests.get("https://attio.com/help")
    requests.post(record["webhook"], json={"attio": record})


class AttioRow(dict):
    def get(self, path, default=None):
        return super().get(path, default)


AttioRow().get("/objects")
