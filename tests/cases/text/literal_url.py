import requests


def whoami(token):
    return requests.get("https://api.attio.com/v2/self", headers={"Authorization": f"Bearer {token}"})  # call: GET /v2/self


def weather():
    return requests.get("https://api.weather.example/v2/self")
