import sys

import requests

BASE = "https://api.attio.com/v2"


def main():
    table = {"notes": "/notes", "tasks": "/tasks"}
    return requests.get(BASE + table[sys.argv[1]])  # call: GET /v2/notes | GET /v2/tasks
