# sends: GET /v2/meetings
import requests

table = dict(zip(("meetings", "calls"), map("https://api.attio.com/v2/{}".format, ("meetings", "call_recordings"))))
requests.get(table["meetings"])
