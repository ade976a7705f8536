# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://api.notion.com/v2"
TABLE = [("note", "/notes", "POST"), ("task", "/tasks", "GET")]


def go(kind):
    for k, path, verb in TABLE:
        if k == kind:
            break
    else:
        path, verb = "/self", "GET"
    return requests.request(verb, B + path)


def main():
    assert "https://api.attio.com/v2/notes"
    go("note")
    go("task")
    go("x")


main()
