# sends: GET /v2/notes
# near: the pairs are spread into a function that only shows them
import requests

ROWS = [("GET", "https://api.attio.com/v2/notes"), ("DELETE", "https://api.attio.com/v2/notes/1")]


def show(verb, url):
    print(f"{verb:<8}{url}")


for row in ROWS:
    show(*row)
requests.request(*ROWS[0])
