import httpx

PATHS = {
    "o": "/objects", "l": "/lists", "n": "/notes", "t": "/tasks", "h": "/threads", "w": "/webhooks", "m": "/meetings", "e": "/emails",
    "f": "/files", "s": "/self", "a": "/activities", "x": "/workspace_members", "o1": "/objects/a", "o2": "/objects/b", "o3": "/objects/c",
    "o4": "/objects/d", "o5": "/objects/e", "o6": "/objects/f", "o7": "/objects/g", "o8": "/objects/h", "o9": "/objects/i", "l1": "/lists/a",
    "l2": "/lists/b", "l3": "/lists/c", "l4": "/lists/d", "l5": "/lists/e", "l6": "/lists/f", "l7": "/lists/g", "l8": "/lists/h",
}
client = httpx.Client(base_url="https://api.attio.com/v2")


def read(name):
    return client.get(PATHS[name])  # call-or-unresolved: GET /v2/objects | GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/threads | GET /v2/webhooks | GET /v2/meetings | GET /v2/emails | GET /v2/files | GET /v2/self | GET /v2/activities | GET /v2/workspace_members | GET /v2/objects/{object} | GET /v2/lists/{list}


def read_notes():
    return client.get(PATHS["n"])  # call: GET /v2/notes
