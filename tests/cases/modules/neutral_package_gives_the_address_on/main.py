import os

import requests

from crm import base_of, base_of_shop

HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}
ask = lambda method, path: requests.request(method, base_of() + path, headers=HEADERS)
shop = lambda method, path: requests.request(method, base_of_shop() + path)

ask("DELETE", "/webhooks/w1")  # call: DELETE /v2/webhooks/{webhook_id}
shop("DELETE", "/notes/n1")
