import requests


class Tools:
    base = "https://api.attio.com/v2"

    def _call(self, method, path, **kwargs):
        return requests.request(method, self.base + path, **kwargs)

    def lists(self, arguments):
        return self._call("GET", "/lists")  # call: GET /v2/lists

    def search(self, arguments):
        return self._call("POST", "/objects/records/search", json=arguments)  # call: POST /v2/objects/records/search

    def dispatch(self, name, arguments):
        handlers = {"lists": self.lists, "search": self.search}
        return handlers[name](arguments)
