import b

BASE = "https://api.attio.com/v2"


def get(path):
    return b.send("GET", path)


def objects():
    return get("/objects")  # call: GET /v2/objects
