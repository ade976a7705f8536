# sends: GET /v2/threads
# near: what is spread are headers and a timeout
import requests

OPTIONS = {"headers": {"Authorization": "Bearer t"}, "timeout": 3}
requests.get("https://api.attio.com/v2/threads", **OPTIONS)
