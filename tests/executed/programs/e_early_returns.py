# sends: DELETE /v2/tasks/{task_id}, GET /v2/notes, GET /v2/self
import requests


def url(kind, i=None):
    base = "https://api.attio.com/v2"
    if kind == "self":
        return base + "/self"
    if not i:
        return f"{base}/{kind}"
    return f"{base}/{kind}/{i}"


def main():
    requests.get(url("self"))
    requests.get(url("notes"))
    requests.delete(url("tasks", 3))


main()
