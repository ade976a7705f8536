"""What an argument decides in a function that nobody is seen to call: told where the function makes calls of its own, too."""
import requests

V2 = "https://api.attio.com/v2"


def send(verb, path):
    return requests.request(verb, V2 + path)


def at_work(path):
    send("GET", "/notes")  # call: GET /v2/notes
    send("POST", path)  # unresolved: sets `path`


class Job:
    def run(self, path):
        send("GET", "/self")  # call: GET /v2/self
        send("POST", path)  # unresolved: sets `path`


def only_hands_on(path):
    return send("PUT", path)


def main():
    Job()
