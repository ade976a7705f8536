# sends: GET /v2/meetings, DELETE /v2/webhooks/{webhook_id}
# unknowable: GET /v2/meetings, DELETE /v2/webhooks/{webhook_id}
# argv: GET:/meetings DELETE:/webhooks/1
import sys

import requests


def dispatch(operation):
    verb, _, path = operation.partition(":")
    return requests.request(verb, "https://api.attio.com/v2" + path)


for word in sys.argv[1:]:
    dispatch(word)
