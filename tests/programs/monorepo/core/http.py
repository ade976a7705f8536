import json
import os
from http.client import HTTPSConnection
from urllib.parse import quote, urlencode


class AttioHttp:
    host = "api.attio.com"

    def __init__(self, token=None):
        self.token = token or os.environ["ATTIO_TOKEN"]

    def get(self, *segments, query=None):
        return self._send("GET", segments, query)

    def put(self, *segments, query=None, body=None):
        return self._send("PUT", segments, query, body)

    def _send(self, method, segments, query=None, body=None):
        path = "/v2/" + "/".join(quote(segment) for segment in segments)
        if query:
            path += "?" + urlencode(query)
        connection = HTTPSConnection(self.host)
        connection.request(method, path, json.dumps(body), {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise OSError(answer.read())
        return json.loads(answer.read())
