# expects nothing
SPEC = {
    "servers": [{"url": "https://api.attio.com"}],
    "paths": {
        "/v2/lists": {"get": {"summary": "Lists"}, "post": {"summary": "Make a list"}},
        "/v2/notes": {"get": {"summary": "Notes"}},
    },
}


def operations():
    for path, item in SPEC["paths"].items():
        for method in item:
            yield method.upper(), SPEC["servers"][0]["url"] + path
