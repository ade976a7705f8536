import requests


class Attio:
    BASE = "https://api.attio.com/v2"

    @staticmethod
    def _headers():
        return {"Authorization": "Bearer x"}

    @classmethod
    def _call(cls, method, path, **kwargs):
        return requests.request(method, cls.BASE + path, headers=cls._headers(), **kwargs)

    @staticmethod
    def raw(method, path):
        return requests.request(method, Attio.BASE + path)

    @classmethod
    def objects(cls):
        return cls._call("GET", "/objects")  # call: GET /v2/objects


Attio._call("GET", "/self")  # call: GET /v2/self
Attio.raw("GET", "/tasks")  # call: GET /v2/tasks
Attio().raw("GET", "/notes")  # call: GET /v2/notes
