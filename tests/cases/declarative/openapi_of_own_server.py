"""An OpenAPI document as a dict, and a route table: nobody sends these."""
# expects nothing
DOCUMENT = {
    "servers": [{"url": "https://api.attio.com"}],
    "paths": {"/v2/objects": {"get": {"summary": "List"}}, "/v2/notes": {"post": {"summary": "Create"}}},
}
ROUTES = [("GET", "/v2/objects"), ("POST", "/v2/notes")]
for method, path in ROUTES:
    print(method, DOCUMENT["servers"][0]["url"] + path)
