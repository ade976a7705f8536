# sends: GET /v2/notes
# near: the key is written out and there; the branch for its absence is right too, since a table may be edited
# may: POST /v2/webhooks
import requests

PATHS = {"note": "/notes", "task": "/tasks"}


def main():
    path = PATHS.get("note")
    if path is None:
        requests.post("https://api.attio.com/v2/webhooks")
    requests.get("https://api.attio.com/v2" + path)


main()
