import json
import urllib.request

BASE = "https://api.attio.com/v2"


def note(body):
    request = urllib.request.Request(f"{BASE}/notes")
    request.data = json.dumps(body).encode()
    # With data, urllib sends POST.
    return urllib.request.urlopen(request)  # call: POST /v2/notes
