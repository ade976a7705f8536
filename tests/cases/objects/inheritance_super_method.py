"""An overridden method calls the inherited one."""
import requests


class Http:
    def request(self, method, path):
        return requests.request(method, "https://api.attio.com/v2" + path)


class Logged(Http):
    def request(self, method, path):
        print(method, path)
        return super().request(method, path)


class Prefixed(Http):
    def request(self, method, path):
        return super().request(method, "/objects" + path)


Logged().request("GET", "/tasks")  # call: GET /v2/tasks
Prefixed().request("POST", "/people/records")  # call: POST /v2/objects/{object}/records
