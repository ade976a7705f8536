# sends: GET /v2/tasks
# near: the second name is bound to something else, the first is not touched
import requests


def main():
    url = "https://api.attio.com/v2/tasks"
    other = url
    other = "https://example.org/" + other[-5:]
    requests.get(other)
    requests.get(url)


main()
