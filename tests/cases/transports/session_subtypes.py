"""Sessions of other libraries that are requests sessions."""
import requests_cache
from requests_futures.sessions import FuturesSession
from requests_oauthlib import OAuth2Session

requests_cache.CachedSession("cache").get("https://api.attio.com/v2/objects")  # call: GET /v2/objects
FuturesSession(max_workers=2).post("https://api.attio.com/v2/notes", json={})  # call: POST /v2/notes
oauth = OAuth2Session("client-id", token={"access_token": "t"})
oauth.get("https://api.attio.com/v2/self")  # call: GET /v2/self
