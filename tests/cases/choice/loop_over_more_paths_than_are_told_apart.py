import requests

PATHS = ["objects", "lists", "notes", "tasks", "threads", "webhooks", "meetings", "emails", "files", "self", "activities"] + [
    "objects/a", "objects/b", "objects/c", "objects/d", "objects/e", "objects/f", "objects/g", "objects/h", "objects/i", "objects/j",
    "lists/a", "lists/b", "lists/c", "lists/d", "lists/e", "lists/f", "lists/g", "lists/h", "lists/i", "lists/j", "lists/k", "lists/l",
]
for path in PATHS:
    requests.get("https://api.attio.com/v2/" + path)  # call-or-unresolved: GET /v2/objects | GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/threads | GET /v2/webhooks | GET /v2/meetings | GET /v2/emails | GET /v2/files | GET /v2/self | GET /v2/activities | GET /v2/objects/{object} | GET /v2/lists/{list}
