# sends: nothing
# near: another vendor's address
import requests


class Session(requests.Session):
    def request(self, method, url, **more):
        def attempt(left):
            response = super(Session, self).request(method, "https://api.hubapi.com" + url, **more)
            return attempt(left - 1) if response.status_code == 429 and left else response

        return attempt(3)


Session().get("/notes")
Session().post("/tasks")
