import httpx


class Client:
    def __init__(self):
        self._http = httpx.Client(base_url="https://api.attio.com/v2")

    def _request(self, *args, **kwargs):
        response = self._http.request(*args, **kwargs)
        response.raise_for_status()
        return response

    def get(self, *args, **kwargs):
        return self._request("GET", *args, **kwargs)

    def post(self, url, **kwargs):
        return self._request("POST", url, **kwargs)

    def lists(self):
        return self.get("/lists")  # call: GET /v2/lists

    def note(self, body):
        return self.post("/notes", json=body)  # call: POST /v2/notes
