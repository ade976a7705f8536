import requests

BASE = "https://api.attio.com/v2"


class Crawl:
    def __init__(self):
        self.pending = []

    def add(self, verb, path):
        self.pending.append((verb, path))

    def run(self):
        while self.pending:
            verb, path = self.pending.pop()
            requests.request(verb, BASE + path)
            if path == "/objects":
                self.add("POST", "/notes")


def crawled():
    crawl = Crawl()
    crawl.add("GET", "/objects")
    crawl.run()  # call: GET /v2/objects | POST /v2/notes


class Deeper:
    def __init__(self):
        self.pending = []

    def run(self):
        while self.pending:
            path = self.pending.pop()
            requests.get(BASE + path)  # unresolved: a loop changes the text in each round
            self.pending.append(path + "/attributes")


def deeper():
    crawl = Deeper()
    crawl.pending.append("/objects")
    crawl.run()


def extended():
    paths = ["/objects"]
    for path in paths:
        requests.get(BASE + path)  # call: GET /v2/objects | GET /v2/webhooks
        if path == "/objects":
            paths.append("/webhooks")


def copied():
    # near miss: the loop goes over a copy
    paths = ["/lists"]
    for path in list(paths):
        requests.get(BASE + path)  # call: GET /v2/lists
        paths.append("/self")
