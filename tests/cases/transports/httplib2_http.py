"""httplib2: GET unless said otherwise."""
import httplib2

h = httplib2.Http(timeout=10)
response, content = h.request("https://api.attio.com/v2/objects")  # call: GET /v2/objects
response, content = h.request("https://api.attio.com/v2/notes", "POST", body="{}")  # call: POST /v2/notes
h.request("https://api.attio.com/v2/notes/n", method="DELETE")  # call: DELETE /v2/notes/{note_id}
