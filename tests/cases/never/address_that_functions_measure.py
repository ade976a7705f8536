# expects nothing
import hashlib
from urllib.parse import quote, urlsplit

import requests

URL = "https://api.attio.com/v2/notes"

requests.get("https://cache.example.org/" + hashlib.md5(URL.encode()).hexdigest())
requests.get("https://example.org/check?url=" + quote(URL, safe=""))
requests.get("https://example.org/" + str(len(URL)))
print(urlsplit(URL).hostname, hash(URL), URL.count("/"), URL.startswith("https://api.attio.com"))
