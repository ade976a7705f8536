# sends: GET /v2/meetings/{meeting_id}
from urllib.parse import urljoin

import requests

BASE = "https://api.attio.com/v2/"
requests.get(urljoin(urljoin(BASE, "meetings/"), "1"))
