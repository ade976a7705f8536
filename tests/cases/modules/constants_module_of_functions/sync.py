import requests

import urls
from urls import TASKS, record

requests.post(urls.records("people"), json={})  # call: POST /v2/objects/{object}/records
requests.delete(record("people", "r"))  # call: DELETE /v2/objects/{object}/records/{record_id}
requests.post(urls.entries("leads", query=True), json={})  # call: POST /v2/lists/{list}/entries/query
requests.post(urls.entries("leads"), json={})  # call: POST /v2/lists/{list}/entries
requests.get(TASKS)  # call: GET /v2/tasks
