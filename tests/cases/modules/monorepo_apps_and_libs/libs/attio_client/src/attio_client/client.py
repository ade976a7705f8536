import requests


class AttioClient:
    def __init__(self, key: str, base_url: str = "https://api.attio.com/v2/") -> None:
        self.base_url = base_url
        self.s = requests.Session()

    def post(self, endpoint: str, body: dict) -> dict:
        return self.s.post(self.base_url + endpoint, json=body).json()

    def query(self, slug: str, body: dict) -> dict:
        return self.post(f"objects/{slug}/records/query", body)  # call: POST /v2/objects/{object}/records/query
