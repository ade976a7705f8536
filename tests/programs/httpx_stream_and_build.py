import os

import httpx

client = httpx.Client(headers={"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]})
emails = client.build_request("GET", "https://api.attio.com/v2/emails", params={"limit": 1})
client.send(emails).raise_for_status()
with client.stream("GET", "https://api.attio.com/v2/files/77/download") as download:
    download.read()
client.close()
