import requests


class AttioClient:
    BASE_URL = "https://api.attio.com/v2"

    def __init__(self, api_key: str):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {api_key}"

    def _request(self, method: str, endpoint: str, **kwargs):
        url = f"{self.BASE_URL}{endpoint}"
        response = self.session.request(method, url, **kwargs)
        response.raise_for_status()
        return response.json()

    def query_records(self, object_slug: str, body: dict):
        return self._request("POST", f"/objects/{object_slug}/records/query", json=body)  # call: POST /v2/objects/{object}/records/query

    def get_list_entry(self, list_slug: str, entry_id: str):
        return self._request("GET", f"/lists/{list_slug}/entries/{entry_id}")  # call: GET /v2/lists/{list}/entries/{entry_id}

    def companies(self):
        # The path shape is known in query_records, so this is not a site.
        return self.query_records("companies", {})
