# sends: DELETE /v2/webhooks/{webhook_id}, GET /v2/notes, GET /v2/self, GET /v2/tasks
import requests, httpx

B = "https://api.attio.com/v2"


class Ctx:
    def __init__(self, p):
        self.p = p

    def __enter__(self):
        return f"{B}{self.p}", requests.Session()

    def __exit__(self, t, v, tb):
        requests.delete(f"{B}/webhooks/1")
        return True


def main():
    with Ctx("/notes") as (url, s), httpx.Client(base_url=B) as c:
        s.get(url)
        c.get("/tasks")
        raise ValueError
    requests.get(B + "/self")


main()
