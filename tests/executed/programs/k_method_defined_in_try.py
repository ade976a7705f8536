# sends: GET /v2/files
# may: GET /v2/emails
import requests


class Api:
    root = "https://api.attio.com/v2"

    try:
        import json

        def load(self):
            return self.json.loads(requests.get(self.root + "/files").text)

    except ImportError:

        def load(self):
            return requests.get(self.root + "/emails").json()


Api().load()
