import requests

TEMPLATE = "https://api.attio.com/v2/objects/{object}/records/{record}"


def load(ids):
    return requests.get(TEMPLATE.format(**ids))  # call: GET /v2/objects/{object}/records/{record_id}
