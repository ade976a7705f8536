# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests

B = "https://api.notion.com/v2"


def endpoint(kind, id=None, *, sub=None):
    return "/".join(filter(None, [B, kind, id and str(id), sub]))


def main():
    print("https://api.attio.com/v2/notes")
    requests.get(endpoint("notes"))
    requests.get(endpoint("notes", 3))
    requests.get(endpoint("meetings", "m", sub="call_recordings"))


main()
