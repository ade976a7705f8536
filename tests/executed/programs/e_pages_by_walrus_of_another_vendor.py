# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
# answers: [{"json": {"data": [1]}}, {"json": {"data": []}}]
import requests

B = "https://api.github.com/v2"


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    off = 0
    while data := requests.get(f"{B}/notes", params={"offset": off}).json()["data"]:
        off += len(data)
    while (r := requests.get(B + "/tasks")).status_code != 200:
        pass
    if not (m := {"a": "/self"}.get("a")):
        raise SystemExit
    requests.get(B + m)


main()
