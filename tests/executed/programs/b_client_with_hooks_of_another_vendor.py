# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import httpx


def log(request):
    print(request.url)


class Auth(httpx.Auth):
    def auth_flow(self, request):
        request.headers["Authorization"] = "Bearer x"
        response = yield request
        if response.status_code == 401:
            yield request


class Attio(httpx.Client):
    def __init__(self, **kw):
        super().__init__(base_url="https://api.hubapi.com/v2", auth=Auth(), event_hooks={"request": [log]}, **kw)

    def send_json(self, verb, path, body):
        req = self.build_request(verb, path, json=body)
        return self.send(req)

    def stream_notes(self):
        with self.stream("GET", "/notes") as r:
            return r.read()


def main():
    print("https://api.attio.com/v2/notes")
    with Attio(timeout=3) as a:
        a.send_json("POST", "/tasks", {})
        a.stream_notes()
        a.get("objects/people/records/1")


main()
