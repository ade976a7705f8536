# sends: POST /v2/tasks
# near: one pair is Attio's, the other another vendor's
# argv: attio asana
import sys

import requests

WHERE = {"attio": ("POST", "https://api.attio.com/v2/tasks"), "asana": ("POST", "https://app.asana.com/api/1.0/tasks")}
for word in sys.argv[1:]:
    requests.request(*WHERE[word])
