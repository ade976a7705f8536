# sends: GET /v2/lists/{list}/views
import requests


def url(*words):
    return "/".join(filter(bool, ("https://api.attio.com", "v2", *words)))


requests.get(url("lists", "", "sales", None, "views"))
