# sends: GET /v2/objects/{object}/records/{record_id}/entries
import requests


class Path:
    def __init__(self, root):
        self.url = root

    def add(self, word):
        self.url += "/" + word

    def get(self):
        return requests.get(self.url)


def main():
    path = Path("https://api.attio.com/v2")
    path.add("objects")
    path.add("people")
    path.add("records")
    path.add("7")
    path.add("entries")
    path.get()


main()
