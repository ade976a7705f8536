# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests, httpx

B = "https://api.hubapi.com/v2"


class Ctx:
    def __init__(self, p):
        self.p = p

    def __enter__(self):
        return f"{B}{self.p}", requests.Session()

    def __exit__(self, t, v, tb):
        requests.delete(f"{B}/webhooks/1")
        return True


def main():
    assert "https://api.attio.com/v2/notes"
    with Ctx("/notes") as (url, s), httpx.Client(base_url=B) as c:
        s.get(url)
        c.get("/tasks")
        raise ValueError
    requests.get(B + "/self")


main()
