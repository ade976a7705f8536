# expects nothing
from .http import Http


class PipedriveRepository:
    def __init__(self, http: Http) -> None:
        self.http = http

    def all(self):
        return self.http.call("GET", "objects")["data"]
