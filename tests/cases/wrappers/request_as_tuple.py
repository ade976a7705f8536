import requests

BASE = "https://api.attio.com/v2"


def send(request):
    method, path = request
    return requests.request(method, BASE + path)


send(("GET", "/lists"))  # call: GET /v2/lists
send(("POST", "/notes"))  # call: POST /v2/notes
