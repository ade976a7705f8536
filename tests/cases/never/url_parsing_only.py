# expects nothing
from urllib.parse import parse_qs, urljoin, urlparse

BASE = "https://api.attio.com/v2/"

parts = urlparse("https://api.attio.com/v2/lists?limit=5")
limit = parse_qs(parts.query).get("limit")
joined = urljoin(BASE, "notes")
assert joined.startswith("https://api.attio.com/v2/")
