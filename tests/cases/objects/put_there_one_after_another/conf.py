VERB = "GET"
BASE = "https://api.attio.com/v2"
ADDRESS = ""


def url(path):
    return ADDRESS + path
