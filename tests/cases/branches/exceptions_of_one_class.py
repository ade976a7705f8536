"""Two exceptions of one class that are caught at one place keep their fields apart."""
import requests

V2 = "https://api.attio.com/v2"


class Redirect(Exception):
    def __init__(self, verb, path):
        super().__init__(verb)
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
            requests.request(error.verb, V2 + error.path)  # call: POST /v2/notes | GET /v2/self
        try:
            if number:
                raise Redirect("POST", "/tasks")
            raise Redirect("GET", "/lists")
        except (KeyError, Redirect) as error:
            requests.request(error.verb, V2 + error.path)  # call: POST /v2/tasks | GET /v2/lists
