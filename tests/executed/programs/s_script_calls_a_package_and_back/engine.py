import requests


def run(locate):
    requests.get(locate("/files"))
    requests.get(locate("/files/1"))
