import requests

BASE = "https://api.attio.com/v2"


def call(method, template, **ids):
    path = template
    for name, value in ids.items():
        path = path.replace("{" + name + "}", str(value))
    return requests.request(method, BASE + path)


call("GET", "/objects/{slug}/records/{record_id}", slug="people", record_id="1")  # call: GET /v2/objects/{object}/records/{record_id}
call("GET", "/lists")  # call: GET /v2/lists
