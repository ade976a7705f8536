# sends: nothing
# near: hosts that begin or end like Attio's
import requests

for host in ("api.attio.com.example.org", "api-attio.com", "api.attio.co", "docs.attio.com", "attio.com"):
    requests.get(f"https://{host}/v2/notes")
