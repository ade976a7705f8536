# sends: nothing
# near: another vendor's address
import requests

AFTER = {"/objects": ["/notes"], "/notes": ["/tasks"]}
level = ["/objects"]
while level:
    below = []
    for path in level:
        requests.get("https://api.hubapi.com" + path)
        below.extend(AFTER.get(path, []))
    level = below
