# sends: GET /v2/tasks
# argv: tasks
import sys

import requests

STATE = {"root": None, "verbose": False}


def callback(root="https://api.attio.com/v2", verbose=False):
    STATE["root"] = root
    STATE["verbose"] = verbose


def tasks():
    print(requests.get(STATE["root"] + "/tasks").status_code)


def main():
    callback()
    {"tasks": tasks}[sys.argv[1]]()


main()
