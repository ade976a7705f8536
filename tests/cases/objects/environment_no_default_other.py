"""A base URL from the environment without any default, and nothing that speaks of Attio: not ours."""
# expects nothing
import os

import requests

BASE = os.environ["CRM_API_URL"]
requests.get(f"{BASE}/objects")
requests.post(f"{BASE}/objects/people/records/query", json={})
