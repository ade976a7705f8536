"""State kept in a class with class methods and a lazily made session; constants in an inner Config; paths joined with pathlib and operator +=."""
from pathlib import PurePosixPath

import requests


class Attio:
    class Config:
        host = "https://api.attio.com"
        root = PurePosixPath("/v2")

    _session = None

    @classmethod
    def session(cls):
        if cls._session is None:
            cls._session = requests.Session()
            cls._session.headers.update({"Accept": "application/json"})
        return cls._session

    @classmethod
    def url(cls, *parts):
        path = cls.Config.root
        for part in parts:
            path /= part
        return cls.Config.host + str(path)

    @classmethod
    def get(cls, *parts, **params):
        return cls.session().get(cls.url(*parts), params=params)

    @classmethod
    def post(cls, *parts, **json):
        return cls.session().post(cls.url(*parts), json=json)


Attio.get("lists")  # call: GET /v2/lists
Attio.post("objects", "people", "records", "query")  # call: POST /v2/objects/{object}/records/query
Attio.get("notes", "1")  # call: GET /v2/notes/{note_id}
