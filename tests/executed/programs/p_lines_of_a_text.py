# sends: GET /v2/objects, GET /v2/lists
import requests

PATHS = """
/objects
/lists
"""
for line in PATHS.strip().splitlines():
    requests.get("https://api.attio.com/v2" + line)
