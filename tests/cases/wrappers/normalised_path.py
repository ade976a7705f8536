import requests


class Api:
    def __init__(self, root="https://api.attio.com/"):
        self.root = root if root.endswith("/") else root + "/"

    def get(self, path: str):
        path = path.strip("/")
        if not path.startswith("v2/"):
            path = "v2/" + path
        return requests.get(self.root + path)


Api().get("/lists/")  # call: GET /v2/lists
Api().get("v2/notes")  # call: GET /v2/notes
