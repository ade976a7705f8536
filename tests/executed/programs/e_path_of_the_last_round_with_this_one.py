# sends: GET /v2/objects/{object}
import requests


def main():
    last = None
    for path in ("/objects", "/people"):
        if last:
            requests.get("https://api.attio.com/v2" + last + path)
        last = path


main()
