# sends: GET /v2/notes
# near: the query grows as a mapping, not as text
# argv: 10
import sys

import requests


def notes(limit=None, offset=None, parent=None, record=None, author=None, sort=None):
    params = {}
    if limit:
        params["limit"] = limit
    if offset:
        params["offset"] = offset
    if parent:
        params["parent_object"] = parent
    if record:
        params["parent_record_id"] = record
    if author:
        params["author"] = author
    if sort:
        params["sort"] = sort
    return requests.get("https://api.attio.com/v2/notes", params=params)


def main():
    notes(limit=sys.argv[1])


main()
