"""httpx sends the requests that the flow of an authentication yields."""
import httpx


class Tokens(httpx.Auth):
    def auth_flow(self, request):
        answer = yield httpx.Request("POST", "https://app.attio.com/oauth/token", data={})  # call: POST /oauth/token
        request.headers["Authorization"] = answer.text
        yield request


class OfOthers(httpx.Auth):
    def auth_flow(self, request):
        yield httpx.Request("POST", "https://auth.example.com/oauth/token", data={})
        yield request


class Rows:
    def auth_flow(self, request):
        yield httpx.Request("GET", "https://api.attio.com/v2/lists")


def main():
    httpx.Client(auth=Tokens(), base_url="https://api.attio.com/v2").get("/notes")  # call: GET /v2/notes
    httpx.Client(auth=OfOthers(), base_url="https://api.attio.com/v2").get("/tasks")  # call: GET /v2/tasks
    return list(Rows().auth_flow(None))
