import os

URL = "https://api.attio.com" + "/v2"
TOKEN = os.environ["ATTIO_TOKEN"]
