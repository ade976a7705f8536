import sys

import requests

BASE = "https://api.attio.com/v2"
TABLE = {
    "objects": "/objects",
    "lists": "/lists",
    "notes": "/notes",
    "tasks": "/tasks",
    "threads": "/threads",
    "webhooks": "/webhooks",
    "meetings": "/meetings",
    "members": "/workspace_members",
    "self": "/self",
    "files": "/files",
}

requests.get(BASE + TABLE[sys.argv[1]])  # call: GET /v2/objects | GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/threads | GET /v2/webhooks | GET /v2/meetings | GET /v2/workspace_members | GET /v2/self | GET /v2/files
