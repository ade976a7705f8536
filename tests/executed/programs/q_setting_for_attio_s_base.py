# sends: GET /v2/notes
# near: here the setting stands for Attio's base
# env: ATTIO_BASE_URL=https://api.attio.com/v2
import os

import requests

requests.get(os.environ["ATTIO_BASE_URL"] + "/notes")
