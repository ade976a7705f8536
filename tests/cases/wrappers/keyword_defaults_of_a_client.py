import httpx


class A:
    def __init__(self, token, **client_kwargs):
        client_kwargs.setdefault("base_url", "https://api.attio.com/v2")
        self.http = httpx.Client(**client_kwargs)

    def x(self):
        return self.http.get("/notes")  # call: GET /v2/notes
