import requests

BASE = "https://api.attio.com/v2"

status = {path: requests.get(BASE + path).status_code for path in ("/notes", "/tasks")}  # call: GET /v2/notes | GET /v2/tasks
