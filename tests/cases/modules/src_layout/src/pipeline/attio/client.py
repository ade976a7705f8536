import httpx


class AttioClient:
    def __init__(self, key: str):
        self._http = httpx.Client(base_url="https://api.attio.com", headers={"Authorization": f"Bearer {key}"})

    def request(self, method: str, path: str, **kwargs):
        return self._http.request(method, f"/v2{path}", **kwargs)
