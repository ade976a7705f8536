from config import ATTIO_ROOT
import config

import requests

requests.get(f"{ATTIO_ROOT}/tasks")  # call: GET /v2/tasks
requests.get(f"{config.ATTIO_HOST}{config.ATTIO_PREFIX}/notes")  # call: GET /v2/notes
