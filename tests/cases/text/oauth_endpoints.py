import requests


def exchange(code, client_id, client_secret):
    return requests.post(  # call: POST /oauth/token
        "https://app.attio.com/oauth/token",
        data={"grant_type": "authorization_code", "code": code, "client_id": client_id, "client_secret": client_secret},
    )


def introspect(token):
    return requests.post("https://app.attio.com/oauth/introspect", data={"token": token})  # call: POST /oauth/introspect
