import requests

URL = r"https://api.attio.com/v2/objects"
BODY = """
curl https://api.attio.com/v2/lists
"""

requests.get(URL)  # call: GET /v2/objects
print(BODY)
