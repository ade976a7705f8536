import requests


def notes(parent=None, limit=None):
    url = "https://api.attio.com"
    url += "/v2"
    url += "/notes"
    if limit:
        url += f"?limit={limit}"
    if parent:
        url += ("&" if limit else "?") + "parent_record_id=" + parent
    return requests.get(url)  # call: GET /v2/notes
