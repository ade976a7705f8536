from urllib.parse import ParseResult, SplitResult, unquote, urlunsplit

import requests

requests.get(SplitResult("https", "api.attio.com", "/v2/threads", "", "").geturl())  # call: GET /v2/threads
requests.get(ParseResult("https", "api.attio.com", "/v2/notes", "", "", "").geturl())  # call: GET /v2/notes
requests.get(urlunsplit(SplitResult("https", "api.attio.com", "/v2/tasks", "limit=1", "")))  # call: GET /v2/tasks
requests.get(unquote("https://api.attio.com/v2/lists"))  # call: GET /v2/lists
