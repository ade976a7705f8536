# sends: POST /v2/comments
# near: three stages, within every bound
import requests


def first(url, body):
    return requests.post(url, json=body)


def second(url, body):
    return first(url, body)


def third(body):
    return second("https://api.attio.com/v2/comments", body)


third({})
