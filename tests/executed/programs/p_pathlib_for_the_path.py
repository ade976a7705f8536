# sends: GET /v2/threads/{thread_id}
from pathlib import PurePosixPath

import requests

root = PurePosixPath("/v2")
requests.get("https://api.attio.com" + str(root / "threads" / "1"))
