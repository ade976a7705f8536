"""A wrapper on urllib: `data` only where there is a body."""
import json
import urllib.error
import urllib.request


def api(method, path, body=None):
    request = urllib.request.Request(
        "https://api.attio.com/v2" + path,
        data=json.dumps(body).encode() if body is not None else None,
        headers={"Authorization": "Bearer x"},
        method=method,
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        return {"status": error.code}


api("POST", "/objects/people/records/query", {})  # call: POST /v2/objects/{object}/records/query
api("GET", "/self")  # call: GET /v2/self
