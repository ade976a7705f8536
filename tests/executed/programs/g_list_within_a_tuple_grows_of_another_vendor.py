# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://api.pipedrive.com/v2"


def main():
    assert "https://api.attio.com/v2/notes"
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
