"""Static and class methods as wrappers."""
import requests


class Attio:
    ROOT = "https://api.attio.com/v2"

    @staticmethod
    def _send(method, path, **kwargs):
        return requests.request(method, Attio.ROOT + path, **kwargs)

    @classmethod
    def _get(cls, path):
        return cls._send("GET", path)

    @classmethod
    def thread(cls, thread_id):
        return cls._get(f"/threads/{thread_id}")  # call: GET /v2/threads/{thread_id}


Attio._send("POST", "/meetings", json={})  # call: POST /v2/meetings
