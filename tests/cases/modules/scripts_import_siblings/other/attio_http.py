# A namesake in another folder: its users are those beside it.
import requests


def api(method, path, body=None):
    return requests.request(method, "https://api.example.com" + path)
