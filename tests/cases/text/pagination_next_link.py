import requests

BASE = "https://api.attio.com/v2"


def all_meetings():
    url = f"{BASE}/meetings"
    while url:
        page = requests.get(url).json()  # call: GET /v2/meetings
        yield from page["data"]
        cursor = page["pagination"]["next_cursor"]
        url = f"{BASE}/meetings?cursor={cursor}" if cursor else None
