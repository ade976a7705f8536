# sends: GET /v2/notes, GET /v2/threads
# may: GET /v2/tasks, GET /v2/comments/{comment_id}
# argv: note thread
import sys

import requests

FIRST = {"note": "/notes", "task": "/tasks"}
SECOND = {"thread": "/threads", "comment": "/comments/1"}


def main():
    for word in sys.argv[1:]:
        path = FIRST.get(word) or SECOND.get(word)
        requests.get("https://api.attio.com/v2" + path)


main()
