# sends: GET /v2/objects, GET /v2/tasks, GET /v2/notes
# may: GET /v2/lists
# argv: x
import sys

import requests


def main(flag):
    extra = ["/tasks", "/notes"] if flag else ["/lists"]
    for path in ["/objects", *extra]:
        requests.get("https://api.attio.com/v2" + path)


main(sys.argv[1])
