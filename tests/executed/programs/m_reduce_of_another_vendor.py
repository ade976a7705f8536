# sends: nothing
# near: the same folding with another vendor's address
import functools

import requests

ABOUT = "mirrors attio"
requests.get(functools.reduce("{}/{}".format, ["crm", "v3", "objects"], "https://api.hubapi.com"))
