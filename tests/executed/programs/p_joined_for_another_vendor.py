# sends: nothing
# near: the same joining for another vendor
import requests


def url(*parts):
    return "/".join(["https://api.airtable.com/v0", *map(str, parts)])


requests.get(url("attio-copy", "records", 1))
