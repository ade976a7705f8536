# sends: GET /v2/objects
# near: what is changed is a slice of the list
import requests


def main():
    paths = ["/objects", "/lists"]
    part = paths[:]
    part[0] = "/notes"
    requests.get("https://api.attio.com/v2" + paths[0])


main()
