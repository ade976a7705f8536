# sends: GET /v2/files
import requests


def main():
    paths = {"a": "/objects", "b": "/files"}
    del paths["a"]
    for path in paths.values():
        requests.get("https://api.attio.com/v2" + path)


main()
