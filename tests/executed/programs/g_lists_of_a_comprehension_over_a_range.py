# sends: GET /v2/notes
import requests

verbs, paths = [[] for _ in range(2)]
verbs.append("GET")
paths.append("/notes")
requests.request(verbs[0], "https://api.attio.com/v2" + paths[0])
