# sends: GET /v2/notes
import requests


def options(**given):
    return given


def with_verb(**given):
    return options(verb="GET", **given)


def with_base(**given):
    return with_verb(base="https://api.attio.com/v2", **given)


asked = with_base()
requests.request(asked["verb"], asked["base"] + "/notes")
