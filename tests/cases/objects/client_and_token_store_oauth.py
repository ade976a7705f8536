"""OAuth: exchange, refresh on 401 and send again, tokens per workspace."""
import requests

AUTH = "https://app.attio.com"
API = "https://api.attio.com"


class TokenStore(dict):
    pass


class OAuthClient:
    def __init__(self, client_id, secret, store):
        self.client_id, self.secret, self.store = client_id, secret, store

    def exchange(self, code):
        data = {"grant_type": "authorization_code", "code": code, "client_id": self.client_id}
        r = requests.post(f"{AUTH}/oauth/token", data=data)  # call: POST /oauth/token
        self.store["token"] = r.json()["access_token"]
        return self.introspect(self.store["token"])

    def introspect(self, token):
        return requests.post(AUTH + "/oauth/introspect", data={"token": token}).json()  # call: POST /oauth/introspect

    def api(self, method, path, retry=True, **kw):
        r = requests.request(method, f"{API}/v2/{path}", headers={"Authorization": "Bearer " + self.store["token"]}, **kw)
        if r.status_code == 401 and retry:
            self.exchange(self.store["code"])
            return self.api(method, path, retry=False, **kw)
        return r.json()

    def me(self):
        return self.api("GET", "self")  # call: GET /v2/self

    def authorize_url(self):
        return f"{AUTH}/authorize?client_id={self.client_id}&response_type=code"
