# sends: GET /v2/notes
import requests


def main():
    requests.get(b"https://api.attio.com/v2/notes".decode())


main()
