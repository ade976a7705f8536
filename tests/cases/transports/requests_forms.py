"""Every form of requests."""
import requests
from requests import get, request
from requests.sessions import Session

URL = "https://api.attio.com/v2/notes"

requests.request("POST", URL, json={})  # call: POST /v2/notes
requests.request(method="post", url=URL)  # call: POST /v2/notes
requests.get(url=URL)  # call: GET /v2/notes
request("GET", URL)  # call: GET /v2/notes
get(URL + "/n")  # call: GET /v2/notes/{note_id}
requests.api.get(URL)  # call: GET /v2/notes
requests.session().delete(f"{URL}/n")  # call: DELETE /v2/notes/{note_id}
with Session() as session:
    session.patch(f"{URL}/n", json={})  # call: PATCH /v2/notes/{note_id}
requests.head(URL)  # unknown
