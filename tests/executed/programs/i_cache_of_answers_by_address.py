# sends: GET /v2/self
# near: the module's dict holds answers under addresses
import requests

ANSWERS = {}


def remember(url, answer):
    ANSWERS[url] = answer


def main():
    remember("https://api.attio.com/v2/notes", {"data": []})
    ANSWERS.get("https://api.attio.com/v2/notes")
    requests.get("https://api.attio.com/v2/self")


main()
