"""urlopen with a URL: GET."""
from urllib.request import urlopen

with urlopen("https://api.attio.com/v2/objects") as response:  # call: GET /v2/objects
    response.read()
urlopen("https://api.attio.com/v2/notes", data=b"{}")  # call: POST /v2/notes
