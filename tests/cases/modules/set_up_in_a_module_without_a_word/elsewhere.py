import requests

OTHER = "https://api.example.com"


def set_other(url):
    global OTHER
    OTHER = url


def by_other(method, path):
    return requests.request(method, OTHER + path)  # never Attio's
