# sends: GET /v2/notes
# near: the key is written out and there, so that the other branch never happens
import requests

PATHS = {"note": "/notes", "task": "/tasks"}


def main():
    path = PATHS.get("note")
    if path is None:
        requests.post("https://api.attio.com/v2/webhooks")
    requests.get("https://api.attio.com/v2" + path)


main()
