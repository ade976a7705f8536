"""Keywords that go through `super()` of several classes, each with one of its own."""

import requests


class Root:
    def options(self, **given):
        return given


class OfAttio(Root):
    def options(self, **given):
        return super().options(base="https://api.attio.com/v2", **given)


class OfAnotherVendor(Root):
    def options(self, **given):
        return super().options(base="https://api.hubapi.com", **given)


class Writing(Root):
    def options(self, **given):
        return super().options(verb="POST", **given)


class Notes(OfAttio, Writing):
    def send(self):
        asked = self.options()
        return requests.request(asked["verb"], asked["base"] + "/notes", timeout=5)  # call: POST /v2/notes


class Contacts(OfAnotherVendor, Writing):
    def send(self):
        asked = self.options()
        return requests.request(asked["verb"], asked["base"] + "/notes", timeout=5)


Notes().send()
Contacts().send()
