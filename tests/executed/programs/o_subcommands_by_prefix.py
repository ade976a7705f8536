# sends: GET /v2/lists, GET /v2/webhooks
# argv: lists hooks
import sys

import requests


class Commands:
    root = "https://api.attio.com/v2"

    def do_lists(self):
        return requests.get(self.root + "/lists")

    def do_hooks(self):
        return requests.get(self.root + "/webhooks")

    def run(self, word):
        return getattr(self, "do_" + word)()


for word in sys.argv[1:]:
    Commands().run(word)
