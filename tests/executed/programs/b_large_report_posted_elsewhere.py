# sends: GET /v2/objects
# near: what Attio answers goes into a large report for another vendor
import requests

answer = requests.get("https://api.attio.com/v2/objects").json()
report = {"source": "https://api.attio.com/v2/objects", "rows": [answer] * 50, "legend": {f"l{n}": ["x"] * 10 for n in range(50)}}
requests.post("https://reports.example.org/v2/notes", json=report)
