# sends: GET /v2/self
# near: thirty branches for another vendor, and one call for Attio
# argv: k7
import sys

import requests

PATHS = {f"k{n}": f"https://files.example.org/attio/{n}" for n in range(30)}


def download(name):
    return requests.get(PATHS[name])


download(sys.argv[1])
requests.get("https://api.attio.com/v2/self")
