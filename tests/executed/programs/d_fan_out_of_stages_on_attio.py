# sends: GET /v2/objects/{object}, GET /v2/lists/{list}
import requests


def leaf(url):
    return requests.get(url)


def two(url, tail):
    leaf(url + "/objects" + tail)
    leaf(url + "/lists" + tail)


def four(url, tail):
    two(url, tail + "a")
    two(url, tail + "b")


def eight(url, tail):
    four(url, tail + "c")
    four(url, tail + "d")


def sixteen(url):
    eight(url, "/e")
    eight(url, "/f")


sixteen("https://api.attio.com/v2")
