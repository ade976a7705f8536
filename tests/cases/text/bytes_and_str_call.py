import requests

BASE = "https://api.attio.com/v2"


def entry(list_uuid, entry_uuid):
    url = BASE + "/lists/" + str(list_uuid) + "/entries/" + str(entry_uuid)
    return requests.patch(url, json={})  # call: PATCH /v2/lists/{list}/entries/{entry_id}


def plain():
    return requests.get(str(BASE) + "/lists")  # call: GET /v2/lists
