# sends: DELETE /v2/webhooks/{webhook_id}
import operator

import requests

base = operator.concat("https://api.attio.com", "/v2/webhooks/")
operator.methodcaller("delete", base + "1")(requests)
