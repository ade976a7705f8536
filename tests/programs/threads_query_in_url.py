import os
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = urlencode({"entry_id": "5", "list": "sales"})
request = Request(f"https://api.attio.com/v2/threads?{query}", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})
with urlopen(request) as answer:
    answer.read()
