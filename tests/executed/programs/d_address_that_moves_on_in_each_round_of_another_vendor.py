# sends: nothing
# near: another vendor's address
import requests


def rotate(times):
    a = b = c = d = e = f = g = h = None
    for _ in range(times):
        if h:
            requests.get(h + "/notes")
        h, g, f, e, d, c, b, a = g, f, e, d, c, b, a, "https://api.hubapi.com"


rotate(9)
