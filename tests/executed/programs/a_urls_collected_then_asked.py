# sends: GET /v2/objects/{object}, GET /v2/tasks
# near: a growing list instead of a growing text
# argv: people companies deals users workspaces funds rounds memos
import sys

import requests


def main():
    urls = ["https://api.attio.com/v2/tasks"]
    for slug in sys.argv[1:]:
        urls.append(f"https://api.attio.com/v2/objects/{slug}")
    for url in urls:
        requests.get(url)


main()
