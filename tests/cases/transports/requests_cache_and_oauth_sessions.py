import cloudscraper
import requests_cache
from authlib.integrations.requests_client import OAuth2Session
from requests_oauthlib import OAuth2Session as RO
from requests_ratelimiter import LimiterSession

BASE = "https://api.attio.com/v2"
a = requests_cache.CachedSession("x")
a.get(BASE + "/lists")  # call: GET /v2/lists
b = OAuth2Session("id", "secret")
b.post(BASE + "/notes", json={})  # call: POST /v2/notes
c = RO("id", token={})
c.get(f"{BASE}/self")  # call: GET /v2/self
d = LimiterSession(per_second=5)
d.request("GET", BASE + "/tasks")  # call: GET /v2/tasks
e = cloudscraper.create_scraper()
e.get(BASE + "/objects")  # call: GET /v2/objects
