# sends: GET /v2/emails, GET /v2/files
# near: the object's attribute hides the class's, for that object only
import requests


class Feed:
    tail = "/emails"

    def read(self):
        return requests.get("https://api.attio.com/v2" + self.tail)


first, second = Feed(), Feed()
second.tail = "/files"
first.read()
second.read()
