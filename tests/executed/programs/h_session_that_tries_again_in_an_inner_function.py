# sends: GET /v2/notes, POST /v2/tasks
import requests


class Session(requests.Session):
    def request(self, method, url, **more):
        def attempt(left):
            response = super(Session, self).request(method, "https://api.attio.com/v2" + url, **more)
            return attempt(left - 1) if response.status_code == 429 and left else response

        return attempt(3)


Session().get("/notes")
Session().post("/tasks")
