# sends: GET /v2/notes
# near: a copy is changed, the first stays
import requests


def main():
    spec = {"path": "/notes"}
    other = dict(spec)
    other["path"] = "/tasks"
    requests.get("https://api.attio.com/v2" + spec["path"])


main()
