# sends: GET /v2/notes, GET /v2/objects, GET /v2/tasks
import requests

AFTER = {"/objects": ["/notes"], "/notes": ["/tasks"]}
level = ["/objects"]
while level:
    below = []
    for path in level:
        requests.get("https://api.attio.com/v2" + path)
        below.extend(AFTER.get(path, []))
    level = below
