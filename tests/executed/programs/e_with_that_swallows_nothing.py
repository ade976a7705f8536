# sends: GET /v2/self
# near: a session as a context swallows nothing, what comes after a return is never reached
import requests


def whoami():
    with requests.Session() as session:
        return session.get("https://api.attio.com/v2/self")
    return requests.get("https://api.attio.com/v2/objects")


whoami()
