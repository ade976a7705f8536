# sends: DELETE /v2/comments/{comment_id}
# near: the same way, with nothing large
import requests


def main():
    session = requests.Session()
    session.send(requests.Request("DELETE", "https://api.attio.com/v2/comments/9").prepare())


main()
