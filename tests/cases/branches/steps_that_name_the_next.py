"""A loop that calls the step that the last one gave: more of them than rounds are told apart."""

import requests


class Flow:
    def __init__(self) -> None:
        self.step = self.prepare

    def run(self) -> None:
        while self.step:
            self.step = self.step()

    def prepare(self):
        return self.look

    def look(self):
        return self.check

    def check(self):
        return self.wait

    def wait(self):
        self.url = "https://api.attio.com/v2/notes"
        return self.send

    def send(self):
        requests.get(self.url, timeout=5)


class Short:
    def __init__(self) -> None:
        self.step = self.prepare

    def run(self) -> None:
        while self.step:
            self.step = self.step()

    def prepare(self):
        self.url = "https://api.attio.com/v2/tasks"
        return self.send

    def send(self):
        requests.get(self.url, timeout=5)  # call: GET /v2/tasks


class OfAnotherVendor:
    def __init__(self) -> None:
        self.step = self.prepare

    def run(self) -> None:
        while self.step:
            self.step = self.step()

    def prepare(self):
        return self.look

    def look(self):
        return self.check

    def check(self):
        return self.wait

    def wait(self):
        self.url = "https://api.hubapi.com/notes"
        return self.send

    def send(self):
        requests.get(self.url, timeout=5)


Flow().run()  # unresolved: a loop changes the text in each round
Short().run()
OfAnotherVendor().run()
