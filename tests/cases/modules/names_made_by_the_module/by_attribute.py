import api
import requests


def main():
    requests.get(api.base + "/notes")  # call: GET /v2/notes
    # near miss: another host
    requests.get(api.vendor + "/notes")
