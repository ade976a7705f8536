# sends: GET /v2/objects
# near: a table that functions fill is shown, one address is asked
import requests

ROUTES = {}


def route(name, url):
    ROUTES[name] = url


route("notes", "https://api.attio.com/v2/notes")
route("tasks", "https://api.attio.com/v2/tasks")
for name, url in ROUTES.items():
    print(name, url)
requests.get("https://api.attio.com/v2/objects")
