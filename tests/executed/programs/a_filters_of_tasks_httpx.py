# sends: GET /v2/tasks
# argv: 5 ada
import sys

import httpx


def open_tasks(limit="", offset="", assignee="", linked="", sort="", done=""):
    address = "https://api.attio.com/v2/tasks"
    address += "?limit=" + (limit or "50")
    if offset:
        address = address + "&offset=" + offset
    if assignee:
        address = address + "&assignee=" + assignee
    if linked:
        address = f"{address}&linked_object=people&linked_record_id={linked}"
    if sort:
        address = "%s&sort=%s" % (address, sort)
    if done:
        address = "{}&is_completed={}".format(address, done)
    with httpx.Client(timeout=5) as web:
        return web.get(address).json()["data"]


def main():
    open_tasks(limit=sys.argv[1], assignee=sys.argv[2])


if __name__ == "__main__":
    main()
