"""Keywords that a wrapper adds to those of its caller, by name or in a mapping, come out together."""
import requests

BASE = "https://api.attio.com/v2"


def collect(**options):
    return options


def of_attio(**options):
    return collect(verb="GET", **options)


options = of_attio(base=BASE)
requests.request(options["verb"], options["base"] + "/notes")  # call: GET /v2/notes


def core(*, verb, path):
    return requests.request(verb, BASE + path)


def resource(path, **options):
    return core(path=path, **{"verb": "GET", **options})


resource("/notes")  # call: GET /v2/notes
resource("/tasks/1", verb="DELETE")  # call: DELETE /v2/tasks/{task_id}
