# sends: GET /v2/objects/{object}
import functools

import requests


def main():
    url = functools.reduce(lambda sofar, word: sofar.rstrip("/") + "/" + word, ("v2", "objects", "people"), "https://api.attio.com/")
    requests.get(url)


main()
