# sends: GET /v2/notes, GET /v2/self, GET /v2/tasks
# answers: [{"json": {"data": [1]}}, {"json": {"data": []}}]
import requests

B = "https://api.attio.com/v2"


def main():
    off = 0
    while data := requests.get(f"{B}/notes", params={"offset": off}).json()["data"]:
        off += len(data)
    while (r := requests.get(B + "/tasks")).status_code != 200:
        pass
    if not (m := {"a": "/self"}.get("a")):
        raise SystemExit
    requests.get(B + m)


main()
