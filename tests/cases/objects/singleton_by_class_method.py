import requests


class Attio:
    _instance = None
    _session = None

    @classmethod
    def instance(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    @property
    def session(self):
        if self._session is None:
            self._session = requests.Session()
        return self._session

    def get(self, path):
        return self.session.get("https://api.attio.com/v2" + path)


Attio.instance().get("/notes")  # call: GET /v2/notes
Attio().session.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists
