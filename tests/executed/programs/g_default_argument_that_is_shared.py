# sends: GET /v2/objects, GET /v2/lists
import requests


def collect(path, into=[]):
    into.append(path)
    return into


def main():
    collect("/objects")
    for path in collect("/lists"):
        requests.get("https://api.attio.com/v2" + path)


main()
