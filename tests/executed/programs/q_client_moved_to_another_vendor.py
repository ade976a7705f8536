# sends: GET /v2/notes
# near: the client asks another vendor first
import httpx


def main():
    c = httpx.Client(base_url="https://api.attio.com/v2")
    c.get("/notes")
    c.base_url = "https://api.hubapi.com"
    c.get("/x")


main()
