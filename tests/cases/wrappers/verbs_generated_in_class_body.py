import requests


def _verb(name):
    def send(self, path, **kwargs):
        return self._request(name, path, **kwargs)

    return send


class Client:
    def _request(self, method, path, **kwargs):
        return requests.request(method, "https://api.attio.com/v2" + path, **kwargs)

    get = _verb("GET")
    post = _verb("POST")


client = Client()
client.get("/self")  # call: GET /v2/self
client.post("/comments", json={})  # call: POST /v2/comments
