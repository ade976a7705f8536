# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://api.notion.com/v2"


def main():
    print("https://api.attio.com/v2/notes")
    verb, *rest = "GET notes 1".split()
    requests.request(verb, "/".join([B, *rest]))
    (v, p), *_ = [("POST", "/tasks"), ("GET", "/self")]
    requests.request(v, B + p)
    first, *mid, last = ["/lists", "/x", "/webhooks"]
    requests.get(B + last)
    a = b = B + "/self"
    requests.get(b)
    x, y = "/meetings", "/threads"
    x, y = y, x
    requests.get(B + x)


main()
