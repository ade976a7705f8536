# sends: GET /v2/notes
import requests


class Root:
    def options(self, **given):
        return given


class OfAttio(Root):
    def options(self, **given):
        return super().options(base="https://api.attio.com/v2", **given)


class Reading(Root):
    def options(self, **given):
        return super().options(verb="GET", **given)


class Client(OfAttio, Reading):
    def get(self, path):
        asked = self.options()
        return requests.request(asked["verb"], asked["base"] + path)


Client().get("/notes")
