# sends: GET /v2/notes
# unknowable: GET /v2/notes
import requests


def rotate(times):
    a = b = c = d = e = f = g = h = None
    for _ in range(times):
        if h:
            requests.get(h + "/notes")
        h, g, f, e, d, c, b, a = g, f, e, d, c, b, a, "https://api.attio.com/v2"


rotate(9)
