import os

import requests

reader = requests.Session()
reader.headers["Authorization"] = f"Bearer {os.environ['ATTIO_READ_TOKEN']}"
writer = requests.Session()
writer.headers["Authorization"] = f"Bearer {os.environ['ATTIO_WRITE_TOKEN']}"

for task in reader.get("https://api.attio.com/v2/tasks").json().get("data", []):
    writer.post("https://api.attio.com/v2/notes", json={"data": {"title": task["content_plaintext"]}})
