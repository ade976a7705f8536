"""Two sessions on one instance, each with its own host."""
import httpx


class Bridge:
    def __init__(self, attio_key, hubspot_key):
        self.attio = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {attio_key}"})
        self.hubspot = httpx.Client(base_url="https://api.hubapi.com/crm/v3", headers={"Authorization": f"Bearer {hubspot_key}"})

    def run(self):
        for item in self.hubspot.get("/objects/contacts").json()["results"]:
            self.attio.post("/objects/people/records", json=item)  # call: POST /v2/objects/{object}/records
        self.hubspot.post("/objects/people/records", json={})
        return self.attio.get("/tasks")  # call: GET /v2/tasks
