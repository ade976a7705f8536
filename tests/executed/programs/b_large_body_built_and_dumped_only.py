# sends: GET /v2/self
# near: the large body with an address in it is printed
import json

import requests

EXAMPLE = {"curl": ["curl", "-X", "POST", "https://api.attio.com/v2/objects/people/records"], "body": {"data": {"values": {f"f{n}": n for n in range(200)}}}}


def main():
    print(json.dumps(EXAMPLE, indent=2))
    requests.get("https://api.attio.com/v2/self")


main()
