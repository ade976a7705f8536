import requests


class Url(str):
    def __truediv__(self, word):
        return Url(f"{self}/{word}")


class Path:
    def __init__(self, *words):
        self.words = words

    def __str__(self):
        return "https://api.attio.com/v2/" + "/".join(self.words)

    def __fspath__(self):
        return str(self)


requests.get(Url("https://api.attio.com/v2") / "notes")  # call: GET /v2/notes
requests.get(str(Path("lists", "sales")))  # call: GET /v2/lists/{list}
requests.get(f"{Path('objects')}")  # call: GET /v2/objects
