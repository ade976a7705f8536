import requests


class Step:
    verb = "GET"
    tail = "/objects"

    def play(self):
        return requests.request(self.verb, "https://api.attio.com/v2" + self.tail)


def plain():
    Step().play()  # call: GET /v2/objects


def changed():
    step = Step()
    step.verb = "DELETE"
    step.tail = "/notes/1"
    step.play()  # call: DELETE /v2/notes/{note_id}
