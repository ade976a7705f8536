# sends: DELETE /v2/tasks/{task_id}, GET /v2/lists/{list}, GET /v2/notes, GET /v2/self, GET /v2/tasks, POST /v2/notes
# near: one of the requests is another vendor's
import requests


def main(base="https://api.attio.com/v2"):
    url = base + "/notes"
    del base
    base = "https://api.hubapi.com"
    requests.get(url)
    requests.get(base + "/x")

    def base():
        return "https://api.attio.com/v2/tasks"

    requests.get(base())

    class base:
        u = "https://api.attio.com/v2/self"

    requests.get(base.u)
    import base64 as base
    from urllib.parse import quote as base

    requests.get(f"https://api.attio.com/v2/lists/{base('x')}")
    for base in [requests.post]:
        base("https://api.attio.com/v2/notes")
    with requests.Session() as base:
        base.delete("https://api.attio.com/v2/tasks/1")


main()
