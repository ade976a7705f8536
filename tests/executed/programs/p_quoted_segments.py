# sends: GET /v2/webhooks/{webhook_id}
from urllib.parse import quote

import requests


def path(*parts):
    return "/".join(quote(part, safe="") for part in parts)


requests.get("https://api.attio.com/v2/" + path("webhooks", "a/b"))
