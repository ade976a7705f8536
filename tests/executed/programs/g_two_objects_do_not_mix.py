# sends: POST /v2/notes
# near: a helper fills one object, the other keeps another vendor's address
import requests


class Sink:
    def __init__(self):
        self.url = "https://logs.example.org/in"


def to_attio(sink):
    sink.url = "https://api.attio.com/v2/notes"


def main():
    crm, logs = Sink(), Sink()
    to_attio(crm)
    requests.post(crm.url)
    requests.post(logs.url)


main()
