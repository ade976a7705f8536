import requests


def ping(path="/self"):
    return requests.get("https://api.attio.com/v2" + path)  # call: GET /v2/self


# The default is the function's own text; what a caller passes is decided where it is passed.
ping()
ping("/objects")  # call: GET /v2/objects
