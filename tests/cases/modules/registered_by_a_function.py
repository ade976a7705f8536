import requests

CLIENTS = {}
QUEUE = []


class Client:
    def __init__(self, base):
        self.base = base

    def send(self, verb, tail):
        return requests.request(verb, self.base + tail)


def register(name, client):
    CLIENTS[name] = client


def enqueue(tail):
    QUEUE.append(tail)


register("attio", Client("https://api.attio.com/v2"))
enqueue("/emails")
enqueue("/files")


def main():
    CLIENTS["attio"].send("GET", "/notes")  # call: GET /v2/notes
    for tail in QUEUE:
        CLIENTS["attio"].send("GET", tail)  # call: GET /v2/emails | GET /v2/files
