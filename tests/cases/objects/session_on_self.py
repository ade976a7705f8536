"""A session is stored on the instance."""
import requests


class Sync:
    def __init__(self, key: str) -> None:
        self.url = "https://api.attio.com/v2"
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {key}", "Content-Type": "application/json"})

    def upsert(self, slug: str, values: dict) -> dict:
        response = self.session.put(  # call: PUT /v2/objects/{object}/records
            f"{self.url}/objects/{slug}/records",
            params={"matching_attribute": "email_addresses"},
            json={"data": {"values": values}},
        )
        response.raise_for_status()
        return response.json()["data"]

    def remove(self, slug, record_id):
        self.session.delete(f"{self.url}/objects/{slug}/records/{record_id}")  # call: DELETE /v2/objects/{object}/records/{record_id}
