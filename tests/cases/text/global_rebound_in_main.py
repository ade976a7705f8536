import requests

BASE = None


def main():
    global BASE
    BASE = "https://api.attio.com/v2"
    run()


def run():
    return requests.get(BASE + "/self")  # call: GET /v2/self
