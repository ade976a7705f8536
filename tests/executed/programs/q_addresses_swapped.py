# sends: GET /v2/notes, GET /v2/tasks
# near: after the swap the first is another vendor's
import requests


class E:
    pass


def main():
    a, b = E(), E()
    a.base, b.base = "https://api.attio.com/v2", "https://api.hubapi.com"
    a.base, b.base = b.base, a.base
    requests.get(a.base + "/x")
    requests.get(b.base + "/notes")
    a, b = b, a
    requests.get(a.base + "/tasks")
    requests.get(b.base + "/y")


main()
