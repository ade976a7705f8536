# sends: nothing
# near: Attio's address is a parameter of another vendor's
from urllib.parse import quote, urlencode

import requests

target = "https://api.attio.com/v2/webhooks"
requests.get("https://uptime.example.org/check?" + urlencode({"url": target}))
requests.get("https://proxy.example.org/" + quote(target, safe=""))
