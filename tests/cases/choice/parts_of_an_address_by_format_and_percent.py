"""Optional parts in three ways of writing, more of them than are told apart."""
import httpx


def tasks(limit, offset, sort, assignee, completed, linked):
    url = "https://api.attio.com/v2/tasks?x=1"
    if limit:
        url = "%s&limit=%d" % (url, limit)
    if offset:
        url = "{}&offset={}".format(url, offset)
    if sort:
        url = url + "&sort=" + sort
    if assignee:
        url = "&".join([url, f"assignee={assignee}"])
    if completed is not None:
        url += "&is_completed=" + ("true" if completed else "false")
    for record in linked:
        url += f"&linked={record}"
    return httpx.get(url)  # call: GET /v2/tasks
