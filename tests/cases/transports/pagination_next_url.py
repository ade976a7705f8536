"""The next page's URL comes from the response: the loop's call is reached with the first URL."""
import requests


def pages():
    url = "https://api.attio.com/v2/meetings?limit=100"
    while url:
        body = requests.get(url).json()  # call: GET /v2/meetings
        yield from body["data"]
        cursor = body.get("pagination", {}).get("next_cursor")
        url = f"https://api.attio.com/v2/meetings?limit=100&cursor={cursor}" if cursor else None
