# sends: GET /v2/tasks
import requests


def main():
    request = {"method": "GET", "url": "https://api.attio.com/v2/notes"}
    later = request
    later["url"] = "https://api.attio.com/v2/tasks"
    requests.request(**request)


main()
