# sends: GET /v2/lists
# near: the address is compared and validated by functions without a model
import re
from urllib.parse import urlparse

import requests

ALLOWED = {"https://api.attio.com/v2"}


def guard(url):
    assert re.match(r"https://", url)
    assert urlparse(url).hostname in {"api.attio.com", "example.org"}
    return url


requests.get("https://api.attio.com/v2/lists")
requests.get(guard("https://example.org/lists"))
