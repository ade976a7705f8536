import os

import requests as http

from kinds import note, task

HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}


class Service:
    def __init__(self):
        self._api = http

    def own(self):
        return self._api.get("https://api.attio.com/v2/self", headers=HEADERS)  # call: GET /v2/self


service = Service()


def main():
    service.own()
    note.change()
    task.change()


main()
