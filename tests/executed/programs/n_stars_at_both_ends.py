# sends: GET /v2/notes/{note_id}, GET /v2/self, GET /v2/threads, GET /v2/webhooks, POST /v2/tasks
import requests

B = "https://api.attio.com/v2"


def main():
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
