"""What is started is found where the framework has put it."""

import requests

from framework.app import RUNNING, App, Part


class AttioPart(Part):
    def send(self, path):
        return requests.get("https://api.attio.com/v2" + path, timeout=10)


def main():
    app = App()
    app.take(AttioPart())
    app.run()
    for part in app.started:
        part.send("/notes")  # call: GET /v2/notes
    for part in RUNNING:
        part.send("/tasks")  # call: GET /v2/tasks
