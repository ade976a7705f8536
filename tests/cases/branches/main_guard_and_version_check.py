import sys

import requests

BASE = "https://api.attio.com/v2"

if sys.version_info < (3, 9):
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists
if len(sys.argv) > 1:
    requests.get(f"{BASE}/objects")  # call: GET /v2/objects

if __name__ == "__main__":
    requests.get(f"{BASE}/self")  # call: GET /v2/self
