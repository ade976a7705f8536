# sends: DELETE /v2/comments/{comment_id}
import requests


def main():
    steps = [["GET", "/comments/1"], ["GET", "/threads"]]
    first = steps[0]
    first[0] = "DELETE"
    verb, path = steps[0]
    requests.request(verb, "https://api.attio.com/v2" + path)


main()
