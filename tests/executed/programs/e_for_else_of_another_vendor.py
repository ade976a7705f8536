# sends: GET /v2/lists
# near: the else sends to another vendor
# argv: hub
import sys

import requests


def main(wanted):
    for name in ("attio", "crm"):
        if name == wanted:
            url = "https://api.attio.com/v2/lists"
            break
    else:
        url = "https://api.hubapi.com/crm/v3/lists"
    requests.get(url)


main(sys.argv[1])
main("attio")
