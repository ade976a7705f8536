# sends: nothing
# near: the one that is picked is another vendor's
import requests

V = [("attio", "https://api.attio.com/v2"), ("hub", "https://api.hubapi.com")]


def base(name):
    return next(b for n, b in V if n == name)


def main():
    requests.get(base("hub") + "/x")


main()
