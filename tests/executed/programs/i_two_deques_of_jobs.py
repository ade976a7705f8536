# sends: GET /v2/lists, GET /v2/meetings, GET /v2/notes, GET /v2/self, POST /v2/tasks, POST /v2/webhooks
from collections import deque, Counter, OrderedDict
import requests


def main():
    a, b = deque(), deque()
    a.append("/notes")
    b.append("/tasks")
    requests.get("https://api.attio.com/v2" + a.pop())
    requests.post("https://api.attio.com/v2" + b.pop())
    x, y = set(), set()
    x.add("/self")
    y.add("/webhooks")
    for p in x:
        requests.get("https://api.attio.com/v2" + p)
    for p in y:
        requests.post("https://api.attio.com/v2" + p)
    m, n = list(), list()
    m.append("/lists")
    n.append("/objects")
    for p in m:
        requests.get("https://api.attio.com/v2" + p)
    c, d = dict(), dict()
    c["p"] = "/meetings"
    d["p"] = "/threads"
    requests.get("https://api.attio.com/v2" + c["p"])


main()
