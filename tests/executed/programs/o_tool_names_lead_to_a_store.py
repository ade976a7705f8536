# sends: nothing
# near: the tools by name read and write a local store
# argv: get post
import sys


class Store:
    def __init__(self):
        self.rows = {"https://api.attio.com/v2/notes": []}

    def get(self, url="https://api.attio.com/v2/notes"):
        return self.rows[url]

    def post(self, url="https://api.attio.com/v2/notes"):
        self.rows[url].append(1)


for word in sys.argv[1:]:
    getattr(Store(), word)()
