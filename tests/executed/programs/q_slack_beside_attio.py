# sends: GET /v2/self, POST /v2/objects/{object}/records/query
# near: the other client is another vendor's
import os
import requests


class Service:
    base_url: str

    def __init__(self, token):
        self.http = requests.Session()
        self.http.headers["Authorization"] = token

    def _post(self, path, **kw):
        return self.http.post(f"{self.base_url}/{path}", **kw)

    def _get(self, path, **kw):
        return self.http.get(f"{self.base_url}/{path}", **kw)


class Slack(Service):
    base_url = "https://slack.com/api"

    def notify(self, text):
        return self._post("chat.postMessage", json={"text": text})


class Attio(Service):
    base_url = "https://api.attio.com/v2"

    def deals(self):
        return self._post("objects/deals/records/query").json()["data"]

    def me(self):
        return self._get("self")


class Hub(Service):
    base_url = property(lambda self: os.environ.get("HUB", "https://api.hubapi.com"))

    def contacts(self):
        return self._get("crm/v3/objects/contacts")


def main():
    a, s = Attio("x"), Slack("y")
    for d in a.deals() or [1]:
        s.notify(f"deal https://app.attio.com/deals/{d}")
    a.me()
    Hub("z").contacts()


main()
