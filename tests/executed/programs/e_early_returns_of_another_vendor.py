# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


def url(kind, i=None):
    base = "https://slack.com/v2"
    if kind == "self":
        return base + "/self"
    if not i:
        return f"{base}/{kind}"
    return f"{base}/{kind}/{i}"


def main():
    print("https://api.attio.com/v2/notes")
    requests.get(url("self"))
    requests.get(url("notes"))
    requests.delete(url("tasks", 3))


main()
