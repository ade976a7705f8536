# sends: GET /v2/workspace_members
import requests

BASES = ("https://api.attio.com/v2", "https://api.attio.com/v2/")
requests.get(min(BASES, key=len) + "/workspace_members")
