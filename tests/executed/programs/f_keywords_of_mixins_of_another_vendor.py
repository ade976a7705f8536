# sends: nothing
# near: another vendor's address
import requests


class Root:
    def options(self, **given):
        return given


class OfHubspot(Root):
    def options(self, **given):
        return super().options(base="https://api.hubapi.com", **given)


class Reading(Root):
    def options(self, **given):
        return super().options(verb="GET", **given)


class Client(OfHubspot, Reading):
    def get(self, path):
        asked = self.options()
        return requests.request(asked["verb"], asked["base"] + path)


Client().get("/notes")
