# sends: GET /v2/lists/{list}/entries/{entry_id}, POST /v2/lists/{list}/entries
# argv: 0 2
import sys

import requests


def settle(wanted):
    number = 0
    while number < 3:
        if number == wanted - 1:
            verb, tail = "GET", f"/lists/sales/entries/{number}"
            break
        number += 1
    else:
        verb, tail = "POST", "/lists/sales/entries"
    requests.request(verb, "https://api.attio.com/v2" + tail)


for word in sys.argv[1:]:
    settle(int(word))
