import requests

BASE = "https://api.attio.com/v2"


def retry_call(func, *args, **kwargs):
    for _ in range(3):
        try:
            return func(*args, **kwargs)
        except requests.RequestException:
            continue
    return None


session = requests.Session()

retry_call(session.put, BASE + "/objects/people/records", json={})  # call: PUT /v2/objects/{object}/records
retry_call(session.request, "GET", url=BASE + "/lists")  # call: GET /v2/lists
retry_call(print, BASE + "/lists")
