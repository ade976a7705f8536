# sends: nothing
# near: another vendor's address
import requests

todo = {"a": "/objects"}
while todo:
    now, todo = todo, {}
    for key, path in now.items():
        requests.get("https://api.hubapi.com" + path)
        if key == "a":
            todo["b"] = "/notes"
        if key == "b":
            todo["c"] = "/tasks"
