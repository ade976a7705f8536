import os

from urllib3 import HTTPSConnectionPool

pool = HTTPSConnectionPool("api.attio.com", maxsize=2)
headers = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
for page in range(2):
    pool.request("GET", f"/v2/tasks?limit=1&offset={page}", headers=headers)
pool.urlopen("GET", "/v2/meetings/5", headers=headers)
