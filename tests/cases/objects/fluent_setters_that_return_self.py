import requests


class Ask:
    def __init__(self):
        self.host = self.verb = None
        self.words = []

    def to(self, host):
        self.host = host
        return self

    def using(self, verb):
        self.verb = verb
        return self

    def word(self, text):
        self.words.append(text)
        return self

    def send(self):
        return requests.request(self.verb, "/".join([self.host, *self.words]))


Ask().to("https://api.attio.com/v2").using("GET").word("threads").send()  # call-or-unresolved: GET /v2/threads
