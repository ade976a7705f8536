# sends: GET /v2/meetings, GET /v2/emails
import collections

import requests

PLAN = collections.defaultdict(list)


def plan(kind, path):
    PLAN[kind].append(path)


def main():
    plan("attio", "/meetings")
    plan("attio", "/emails")
    for path in PLAN["attio"]:
        requests.get("https://api.attio.com/v2" + path)


main()
