"""requests_toolbelt's session with a base URL."""
from requests_toolbelt import sessions
from requests_toolbelt.sessions import BaseUrlSession

http = sessions.BaseUrlSession(base_url="https://api.attio.com/v2/")
http.get("objects")  # call: GET /v2/objects
other = BaseUrlSession("https://api.attio.com/")
other.post("v2/notes", json={})  # call: POST /v2/notes
BaseUrlSession("https://api.example.com/").get("v2/notes")
