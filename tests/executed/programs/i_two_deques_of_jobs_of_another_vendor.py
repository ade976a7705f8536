# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from collections import deque, Counter, OrderedDict
import requests


def main():
    print("https://api.attio.com/v2/notes")
    a, b = deque(), deque()
    a.append("/notes")
    b.append("/tasks")
    requests.get("https://slack.com/v2" + a.pop())
    requests.post("https://slack.com/v2" + b.pop())
    x, y = set(), set()
    x.add("/self")
    y.add("/webhooks")
    for p in x:
        requests.get("https://slack.com/v2" + p)
    for p in y:
        requests.post("https://slack.com/v2" + p)
    m, n = list(), list()
    m.append("/lists")
    n.append("/objects")
    for p in m:
        requests.get("https://slack.com/v2" + p)
    c, d = dict(), dict()
    c["p"] = "/meetings"
    d["p"] = "/threads"
    requests.get("https://slack.com/v2" + c["p"])


main()
