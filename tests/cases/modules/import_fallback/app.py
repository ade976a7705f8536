try:
    from .settings import API
except ImportError:
    from settings import API

import requests

requests.get(API + "/objects")  # call: GET /v2/objects
