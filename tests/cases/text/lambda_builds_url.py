import requests

url_of = lambda path: "https://api.attio.com/v2" + path  # noqa: E731

requests.get(url_of("/lists"))  # call: GET /v2/lists
requests.post(url_of("/webhooks"), json={})  # call: POST /v2/webhooks
