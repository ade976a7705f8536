# sends: nothing
# near: the prepared request is as large, and another vendor's
import requests

TEXT = "Synced from Attio. " * 300


def main():
    session = requests.Session()
    request = requests.Request("POST", "https://slack.com/api/chat.postMessage", json={"text": TEXT, "channel": "C1"})
    session.send(session.prepare_request(request))


main()
