import os

import requests

APP = "https://app.attio.com"


def install(code):
    requests.get(f"{APP}/authorize", params={"client_id": "1", "response_type": "code"}).raise_for_status()
    form = {"grant_type": "authorization_code", "code": code, "client_id": "1", "client_secret": "2"}
    token = requests.post(APP + "/oauth/token", data=form).json()["access_token"]
    requests.post(f"{APP}/oauth/introspect", data={"token": token, "client_id": "1", "client_secret": "2"}).raise_for_status()
    return token


install("abc")
requests.get("https://api.attio.com/v2/self", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})
