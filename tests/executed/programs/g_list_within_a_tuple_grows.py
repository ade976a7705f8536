# sends: GET /v2/notes, GET /v2/self, GET /v2/tasks, GET /v2/webhooks
import requests

B = "https://api.attio.com/v2"


def main():
    t = ("GET", ["/notes"])
    t[1].append("/tasks")
    for p in t[1]:
        requests.request(t[0], B + p)
    a = [1, 2]
    a[0], a[1] = "/self", "/lists"
    requests.get(B + a[0])
    m = [["/x"]]
    n = m.copy()
    n[0].append("/webhooks")
    requests.get(B + m[0][1])


main()
