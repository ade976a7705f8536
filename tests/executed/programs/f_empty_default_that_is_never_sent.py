# sends: GET /v2/notes
# near: a list that is really empty joins one that is not
import requests

MORE = []
for path in ["/notes", *MORE]:
    requests.get("https://api.attio.com/v2" + path)
