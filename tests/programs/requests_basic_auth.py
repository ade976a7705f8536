import os

import requests

# Attio takes the token as the user of Basic authentication too.
response = requests.get("https://api.attio.com/v2/workspace_members", auth=(os.environ["ATTIO_TOKEN"], ""), timeout=10)
response.raise_for_status()
first = response.json()["data"][0]["id"]["workspace_member_id"]
requests.get(f"https://api.attio.com/v2/workspace_members/{first}", auth=(os.environ["ATTIO_TOKEN"], ""), timeout=10).raise_for_status()
