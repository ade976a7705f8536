# sends: GET /v2/meetings, GET /v2/emails
import requests


def main():
    queue = ["/emails"]
    queue.insert(0, "/meetings")
    while queue:
        requests.get("https://api.attio.com/v2" + queue.pop(0))


main()
