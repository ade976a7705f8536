# sends: POST /v2/comments
# near: what is spread makes the body
import requests


def body(text, *tags, **more):
    return {"text": text, "tags": tags, **more}


requests.post("https://api.attio.com/v2/comments", json=body(*("hi", "a", "b"), **{"url": "https://api.attio.com/v2/notes"}))
