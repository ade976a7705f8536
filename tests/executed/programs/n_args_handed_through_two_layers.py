# sends: DELETE /v2/comments/{comment_id}
import requests


def inner(*args, **kwargs):
    return requests.request(*args, **kwargs)


def outer(verb, *args, **kwargs):
    return inner(verb, *args, timeout=3, **kwargs)


outer("DELETE", "https://api.attio.com/v2/comments/1")
