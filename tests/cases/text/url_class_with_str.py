"""Two-step builders: a URL class with __str__ and methods, headers by function, and a request built by kwargs in a dict that grows."""
import requests


class AttioUrl:
    def __init__(self, *segments, version="v2"):
        self.segments = list(segments)
        self.version = version

    def add(self, *more):
        self.segments.extend(more)
        return self

    def child(self, segment):
        return AttioUrl(*self.segments, segment, version=self.version)

    def __str__(self):
        return "https://api.attio.com/" + self.version + "/" + "/".join(self.segments)


def send(url, method="GET", token=None, payload=None, params=None):
    request = {"url": str(url), "method": method, "timeout": 10}
    if token:
        request["headers"] = {"Authorization": f"Bearer {token}"}
    if payload is not None:
        request["json"] = payload
    if params:
        request.update(params=params)
    return requests.request(**request)


send(AttioUrl("lists"))  # call: GET /v2/lists
send(AttioUrl("objects", "people").child("records").child("query"), "POST", payload={})  # call: POST /v2/objects/{object}/records/query
send(AttioUrl("notes"), method="POST", token="t", payload={})  # call: POST /v2/notes
