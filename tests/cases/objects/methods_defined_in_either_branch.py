import sys

import requests

V2 = "https://api.attio.com/v2"


class Api:
    if sys.platform == "win32":

        def read(self):
            return requests.get(f"{V2}/files")  # call: GET /v2/files

    else:

        def read(self):
            return requests.get(f"{V2}/emails")  # call: GET /v2/emails

    try:
        import orjson

        def load(self):
            return self.orjson.loads(requests.get(f"{V2}/objects").content)  # call: GET /v2/objects

    except ImportError:

        def load(self):
            return requests.get(f"{V2}/lists").json()  # call: GET /v2/lists
