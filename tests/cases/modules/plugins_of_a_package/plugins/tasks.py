import requests


def run(base):
    requests.post(base + "/tasks")  # call: POST /v2/tasks
