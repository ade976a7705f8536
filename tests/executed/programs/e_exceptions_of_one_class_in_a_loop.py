# sends: GET /v2/self, POST /v2/notes
import requests


class Redirect(Exception):
    def __init__(self, verb, path):
        self.verb = verb
        self.path = path


def step(number):
    if number == 0:
        raise Redirect("POST", "/notes")
    raise Redirect("GET", "/self")


def main():
    for number in range(2):
        try:
            step(number)
        except Redirect as error:
            requests.request(error.verb, "https://api.attio.com/v2" + error.path)


main()
