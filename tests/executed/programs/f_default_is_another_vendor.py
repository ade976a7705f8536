# sends: GET /v2/objects
# near: the default of the lookup goes to another vendor
# argv: attio none
import sys

import requests

HOMES = {"attio": "https://api.attio.com/v2/objects"}


def main():
    for word in sys.argv[1:]:
        requests.get(HOMES.get(word, "https://example.org/objects"))


main()
