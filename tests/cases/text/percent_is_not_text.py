import requests

BASE = "https://api.attio.com/v2"


def shard(n):
    bucket = n % 10
    return requests.get(BASE + "/lists/%d" % bucket)  # call: GET /v2/lists/{list}
