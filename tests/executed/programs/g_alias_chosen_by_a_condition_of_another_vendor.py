# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class S:
    def __init__(self, b):
        self.base = b


def main():
    print("https://api.attio.com/v2/notes")
    for pick in (True, False):
        a, h = S("https://x"), S("https://api.hubapi.com")
        t = a if pick else h
        t.base = "https://api.hubapi.com/v2"
        requests.get(t.base + "/notes")
        if pick:
            requests.get(a.base + "/tasks")
        else:
            requests.get(h.base + "/self")


main()
