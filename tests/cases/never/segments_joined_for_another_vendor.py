# expects nothing
import requests

ABOUT = "copy of attio"


def url(*parts):
    return "/".join(["https://api.airtable.com/v0", *map(str, parts)])


requests.get(url("objects", "people", "records", 1))
requests.get("/".join([part for part in ("https://api.airtable.com/v0", "notes", None) if part]))
