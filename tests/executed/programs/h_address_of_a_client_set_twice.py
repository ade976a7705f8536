# sends: GET /v2/notes
import httpx

client = httpx.Client(base_url="https://api.hubapi.com")


def get(path):
    return client.get(path)


def main():
    get("/contacts")
    client.base_url = "https://api.attio.com/v2"
    get("/notes")
    client.base_url = "https://api.hubapi.com"
    get("/companies")


main()
