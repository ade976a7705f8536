"""A parser of the project with the same methods: its options are what it says."""
import requests

BASE = "https://api.attio.com/v2"


class ArgumentParser:
    def __init__(self):
        self.values = {}

    def add_argument(self, name, default=None):
        self.values[name] = "/tasks"

    def parse_args(self):
        return self.values


parser = ArgumentParser()
parser.add_argument("path", default="/notes")
requests.get(BASE + parser.parse_args()["path"])  # call: GET /v2/tasks
