# expects nothing
import httpx
import respx


@respx.mock
def check():
    route = respx.get("https://api.attio.com/v2/lists").mock(return_value=httpx.Response(200, json={}))
    respx.post("https://api.attio.com/v2/notes").respond(201)
    respx.route(method="PATCH", url="https://api.attio.com/v2/tasks/1").respond(200)
    respx.request("GET", "https://api.attio.com/v2/self").respond(200)
    assert not route.called
