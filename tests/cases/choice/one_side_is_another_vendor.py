import requests


def send(body, attio=True):
    if attio:
        url = "https://api.attio.com/v2/notes"
    else:
        url = "https://api.other.example/notes"
    return requests.post(url, json=body)  # call: POST /v2/notes
