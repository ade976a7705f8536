# sends: GET /v2/notes
# near: the setting's default is Attio's; a loopback address in its place is a possible value only
import os

import requests

if os.environ.get("LOCAL"):
    os.environ["ATTIO_API_BASE"] = "http://127.0.0.1:8000/v2"
requests.get(os.environ.get("ATTIO_API_BASE", "https://api.attio.com/v2") + "/notes")
