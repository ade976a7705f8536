"""A switch that no call sets states both its requests, as a function that nobody calls does; one that a call sets is what the calls say."""
import requests


class Client:
    def __init__(self, base="https://api.attio.com/v2"):
        self.base = base

    def update(self, object_slug, record, overwrite=False):
        verb = "put" if overwrite else "patch"
        return self.send(verb, f"{self.base}/objects/{object_slug}/records/{record}")  # call: PATCH /v2/objects/{object}/records/{record_id} | PUT /v2/objects/{object}/records/{record_id}

    def find(self, slug, by_list=False):
        kind = "lists" if by_list else "objects"
        return self.send("get", f"{self.base}/{kind}/{slug}")  # call: GET /v2/lists/{list} | GET /v2/objects/{object}

    def send(self, verb, url, dry=False):
        if dry:
            return None
        return requests.request(verb, url)


def remove(kind, force=False):
    requests.delete("https://api.attio.com/v2/" + ("webhooks/1" if force else kind))  # call: DELETE /v2/webhooks/{webhook_id}


client = Client()
client.update("people", "1")
client.find("people")
client.find("pipeline", by_list=True)
remove("", force=True)
