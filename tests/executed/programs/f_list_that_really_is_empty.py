# sends: GET /v2/self
# near: nothing ever fills it
# may be unresolved
import requests

EXTRA = ()


def main():
    for path in EXTRA:
        requests.get("https://api.attio.com/v2" + path)
    requests.get("https://api.attio.com/v2/self")


main()
