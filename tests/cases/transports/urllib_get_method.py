"""The old trick: `get_method` is replaced."""
import urllib.request

request = urllib.request.Request("https://api.attio.com/v2/notes/n1")
request.get_method = lambda: "DELETE"
urllib.request.urlopen(request)  # call: DELETE /v2/notes/{note_id}
