import httpx


class Client:
    def __init__(self, token):
        self.http = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})

    def get(self, path):
        return self.http.get(path).raise_for_status().json()

    def post(self, path, body):
        return self.http.post(path, json=body).raise_for_status().json()
