# sends: GET /v2/objects/{object}/records/{record_id}
import requests


def url(*parts):
    return "https://api.attio.com/v2/" + "/".join(map(str, parts))


requests.get(url("objects", "people", "records", 12))
