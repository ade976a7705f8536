# sends: GET /v2/objects, GET /v2/emails, GET /v2/self
# may: GET /v2/files
# argv: long
import sys

import requests

SHORT = {"objects": "/objects"}
LONG = {"emails": "/emails", "objects": "/objects"}
SPARE = {"files": "/files"}


def main(mode):
    table = (LONG if mode == "long" else SPARE) | SHORT | {"me": "/self"}
    for path in table.values():
        requests.get("https://api.attio.com/v2" + path)


main(sys.argv[1])
