"""Many optional parts of a query behind one address: they are only a query."""
import requests


def search(limit=None, offset=None, sort=None, parent=None, record=None, author=None, since=None, until=None, tag=None, kind=None):
    url = "https://api.attio.com/v2/notes?expand=true"
    if limit:
        url += f"&limit={limit}"
    if offset:
        url += f"&offset={offset}"
    if sort:
        url += f"&sort={sort}"
    if parent:
        url += f"&parent_object={parent}"
    if record:
        url += f"&parent_record_id={record}"
    if author:
        url += f"&author={author}"
    if since:
        url += f"&since={since}"
    if until:
        url += f"&until={until}"
    if tag:
        url += f"&tag={tag}"
    if kind:
        url += f"&kind={kind}"
    return requests.get(url).json()  # call: GET /v2/notes
