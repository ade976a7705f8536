# sends: GET /v2/notes
# unknowable: GET /v2/notes
# may be unresolved
import requests

HOSTS = ["https://api.hubapi.com"]


def get(path):
    return requests.get(HOSTS[-1] + path)


def main():
    HOSTS.append("https://api.attio.com/v2")
    get("/notes")
    HOSTS.pop()
    get("/contacts")


main()
