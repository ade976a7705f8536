from http import HTTPMethod

import requests


def api(method, path):
    return requests.request(method, "https://api.attio.com/v2" + path)


api(HTTPMethod.GET, "/lists")  # call: GET /v2/lists
api(HTTPMethod.DELETE.value, "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
