import requests
import responses

BASE = "https://api.attio.com/v2"


@responses.activate
def check():
    responses.get(f"{BASE}/lists", json={"data": []})
    assert requests.get(f"{BASE}/lists").json() == {"data": []}  # call: GET /v2/lists
