"""Libraries without a model: a verb of theirs that is given Attio's address sends to it."""
import grequests
import treq
from crmtools import http
from fakelib import cache
from requests_ratelimiter import LimiterSession

BASE = "https://api.attio.com/v2"
pending = (grequests.get(url) for url in [BASE + "/objects", BASE + "/notes"])  # call: GET /v2/objects | GET /v2/notes
grequests.map(pending)
treq.post(BASE + "/tasks", json={})  # call: POST /v2/tasks
http.delete(f"{BASE}/notes/1")  # call: DELETE /v2/notes/{note_id}
limited = LimiterSession(per_second=5)
limited.request("GET", BASE + "/tasks")  # call: GET /v2/tasks
limited.get("https://api.other.com/v2/tasks")
http.get("https://api.other.com/v2/tasks")
cache.get(BASE + "/lists")
cache.put(BASE + "/lists", 1)
