import functools
import operator

import requests

BASE = "https://api.attio.com/v2"

requests.get(functools.reduce(lambda url, word: f"{url}/{word}", ["objects", "people"], BASE))  # call: GET /v2/objects/{object}
requests.get("/".join(filter(None, [BASE, "", "notes"])))  # call: GET /v2/notes
requests.get("/".join(filter(lambda word: word is not None, (BASE, "tasks", None))))  # call: GET /v2/tasks
requests.get(operator.add(BASE, "/lists"))  # call: GET /v2/lists
requests.get(operator.concat(BASE, "/threads"))  # call: GET /v2/threads
requests.get(BASE.__add__("/self"))  # call: GET /v2/self
requests.get(operator.itemgetter("url")({"url": BASE + "/emails"}))  # call: GET /v2/emails
requests.get(operator.attrgetter("url")(type("Spec", (), {"url": BASE + "/files"})))  # call-or-unresolved: GET /v2/files
