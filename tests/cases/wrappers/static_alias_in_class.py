import requests


def _get(path):
    return requests.get("https://api.attio.com/v2" + path)


class Api:
    get = staticmethod(_get)


Api.get("/notes")  # call: GET /v2/notes
Api().get("/lists")  # call: GET /v2/lists
