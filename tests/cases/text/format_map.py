import requests

BASE = "https://api.attio.com/v2"


def a(slug):
    return requests.get("/".join((BASE, "objects/{o}".format_map({"o": slug}))))  # call: GET /v2/objects/{object}


def b(slug):
    ids = {"o": slug}
    return requests.get(BASE + "/objects/{o}".format_map(ids))  # call: GET /v2/objects/{object}


def c(slug):
    ids = {"o": slug}
    return requests.get(BASE + "/objects/{o}".format(**ids))  # call: GET /v2/objects/{object}


def d(slug):
    return requests.get(BASE + "/objects/{o}".format_map(dict(o=slug)))  # call: GET /v2/objects/{object}
