"""After a loop over items that are written out, its variable is the last one; over items that may be none, it may be what it was."""
import requests

V2 = "https://api.attio.com/v2"


def other_host():
    url = V2 + "/tasks"
    for url in ("https://api.example.com/1",):
        print(url)
    requests.get(url)


def last_item():
    for path in ("/notes", "/lists"):
        print(path)
    requests.get(V2 + path)  # call: GET /v2/lists


def last_of_two():
    verb, path = "GET", "/self"
    for verb, path in (("GET", "/objects"), ("POST", "/notes")):
        print(verb)
    requests.request(verb, V2 + path)  # call: POST /v2/notes


def perhaps_none(names):
    url = V2 + "/tasks"
    for url in names:
        print(url)
    requests.get(url)  # call: GET /v2/tasks


def perhaps_left():
    for path in ("/notes", "/lists"):
        if requests.get(V2 + path).ok:  # call: GET /v2/notes | GET /v2/lists
            break
    requests.post(V2 + path)  # call: POST /v2/notes | POST /v2/lists


def tried_again():
    for _ in range(3):
        try:
            return requests.get(V2 + "/self")  # call: GET /v2/self
        except requests.RequestException:
            continue
    return requests.get(V2 + "/objects")  # call: GET /v2/objects
