import os

import requests

answer = requests.get("https://api.attio.com/scim/v2/Schemas", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})
answer.raise_for_status()
