# sends: nothing
# near: another vendor's address
import requests


def main():
    last = None
    for path in ("/objects", "/people"):
        if last:
            requests.get("https://api.hubapi.com" + last + path)
        last = path


main()
