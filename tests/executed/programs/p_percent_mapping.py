# sends: PATCH /v2/tasks/{task_id}
import requests

TEMPLATE = "https://api.attio.com/v2/tasks/%(task)s"
requests.patch(TEMPLATE % {"task": 7}, json={})
