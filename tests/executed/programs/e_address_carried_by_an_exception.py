# sends: GET /v2/objects/{object}, POST /v2/objects
# answers: [{"status": 404}, {"status": 201}]
import requests


class Absent(Exception):
    def __init__(self, url):
        super().__init__(url)
        self.url = url


def need(url, slug):
    if requests.get(f"{url}/{slug}").status_code == 404:
        raise Absent(url)


def main():
    try:
        need("https://api.attio.com/v2/objects", "boats")
    except Absent as error:
        requests.post(error.url, json={"data": {"api_slug": "boats"}})


main()
