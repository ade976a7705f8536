from string import Template

import requests

RECORD = Template("https://api.attio.com/v2/objects/$slug/records/$record_id")


def get(slug, record_id):
    return requests.get(RECORD.substitute(slug=slug, record_id=record_id))  # call: GET /v2/objects/{object}/records/{record_id}
