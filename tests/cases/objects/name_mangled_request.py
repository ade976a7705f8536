import requests


class Attio:
    __base = "https://api.attio.com/v2"

    def __init__(self, key):
        self.__key = key
        self.__session = requests.Session()

    def __request(self, method, path, **kw):
        return self.__session.request(method, self.__base + path, **kw)

    def lists(self):
        return self.__request("GET", "/lists")  # call: GET /v2/lists

    def note(self, data):
        return self._Attio__request("POST", "/notes", json=data)  # call: POST /v2/notes
