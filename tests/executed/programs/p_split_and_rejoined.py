# sends: GET /v2/files
import requests

words = "https api.attio.com v2 files".split()
requests.get("{}://{}/{}/{}".format(*words))
