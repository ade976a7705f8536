# sends: GET /v2/notes
# near: the same splitting gives another vendor's address too
import requests

for line in "https api.attio.com v2/notes\nhttps api.example.org v2/notes".splitlines():
    scheme, host, tail = line.split()
    requests.get(f"{scheme}://{host}/{tail}")
