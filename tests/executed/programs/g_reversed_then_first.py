# sends: GET /v2/lists
import requests


def main():
    order = ["/objects", "/notes", "/lists"]
    order.reverse()
    requests.get("https://api.attio.com/v2" + order[0])


main()
