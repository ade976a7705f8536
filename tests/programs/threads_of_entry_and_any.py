import os

import requests

session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['ATTIO_TOKEN']}"
session.get("https://api.attio.com/v2/threads", params={"entry_id": "5", "list": "sales"}).raise_for_status()
for thread_id in ("70000000-aaaa-4bbb-8ccc-000000000001", "70000000-aaaa-4bbb-8ccc-000000000002"):
    session.get(f"https://api.attio.com/v2/threads/{thread_id}").raise_for_status()
