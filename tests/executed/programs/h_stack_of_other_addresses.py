# sends: nothing
# near: another vendor's address is put there
import requests

HOSTS = ["https://api.hubapi.com"]


def get(path):
    return requests.get(HOSTS[-1] + path)


def main():
    HOSTS.append("https://api.stripe.com")
    get("/notes")
    HOSTS.pop()
    get("/contacts")


main()
