"""Class attributes that a base class sends: the site is the attribute in the subclass."""
import requests


class Job:
    method = "GET"
    path = ""

    def run(self, **kwargs):
        return requests.request(self.method, "https://api.attio.com/v2" + self.path, **kwargs)


class ListObjects(Job):
    path = "/objects"  # call: GET /v2/objects


class CreateNote(Job):
    method = "POST"
    path = "/notes"  # call: POST /v2/notes


class Banner:
    method = "GET"
    path = "/objects"
