"""`reduce` puts functions in a chain that its callers hand over."""
from functools import reduce

import requests


def chain(*steps):
    return lambda value: reduce(lambda so_far, step: step(so_far), steps, value)


def through(value, *steps):
    return reduce(lambda so_far, step: step(so_far), steps, value)


def address(path):
    return "https://api.attio.com/v2" + path


def other(path):
    return "https://api.example.com/v2" + path


read = chain(address, requests.get)
read_other = chain(other, requests.get)


def main():
    read("/notes")  # call: GET /v2/notes
    read_other("/notes")
    through("/tasks", address, requests.post)  # call: POST /v2/tasks
