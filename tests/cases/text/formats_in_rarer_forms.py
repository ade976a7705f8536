import string
import textwrap

import requests

BASE = "https://api.attio.com/v2"

requests.get("{x[base]}/webhooks".format(x={"base": BASE}))  # call: GET /v2/webhooks
requests.get("{0.BASE}/notes".format(type("Settings", (), {"BASE": BASE})))  # call-or-unresolved: GET /v2/notes
requests.get(format(BASE) + "/objects")  # call: GET /v2/objects
requests.get(format(BASE, "s") + "/lists")  # call: GET /v2/lists
requests.get(textwrap.dedent(f"    {BASE}/meetings"))  # call: GET /v2/meetings
requests.get(string.Formatter().format("{}/tasks", BASE))  # call-or-unresolved: GET /v2/tasks
requests.get(str.format("{}/threads", BASE))  # call: GET /v2/threads
requests.get(str.__add__(BASE, "/self"))  # call-or-unresolved: GET /v2/self
