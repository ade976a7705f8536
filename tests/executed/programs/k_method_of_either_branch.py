# sends: GET /v2/notes
# may: GET /v2/threads
import sys

import requests


class Api:
    root = "https://api.attio.com/v2"

    if sys.version_info >= (3,):

        def notes(self):
            return requests.get(self.root + "/notes")

    else:

        def notes(self):
            return requests.get(self.root + "/threads")


Api().notes()
