import requests


class Attio:
    @classmethod
    def shared(cls):
        if not hasattr(cls, "_shared"):
            cls._shared = cls()
        return cls._shared

    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


Attio.shared().get("/notes")  # call: GET /v2/notes
