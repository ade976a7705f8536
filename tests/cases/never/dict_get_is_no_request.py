# expects nothing
ROUTES = {"https://api.attio.com/v2/lists": "lists", "/v2/notes": "notes"}

name = ROUTES.get("https://api.attio.com/v2/lists")
cache = {}
cache.get("https://api.attio.com/v2/self", None)
cache.setdefault("https://api.attio.com/v2/objects", [])
ROUTES.pop("/v2/notes")
