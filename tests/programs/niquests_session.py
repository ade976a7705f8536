import os

import niquests

with niquests.Session() as session:
    session.headers["Authorization"] = f"Bearer {os.environ['ATTIO_TOKEN']}"
    session.get("https://api.attio.com/v2/notes").raise_for_status()
    session.post("https://api.attio.com/v2/tasks", json={"data": {}}).raise_for_status()
