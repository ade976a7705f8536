import importlib

import requests


def run(env):
    requests.get(importlib.import_module(f".{env}", __package__).BASE + "/lists")  # call: GET /v2/lists
