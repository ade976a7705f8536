"""The verb by getattr."""
import requests


def call(verb, path, **kwargs):
    return getattr(requests, verb.lower())(f"https://api.attio.com/v2{path}", **kwargs)


call("GET", "/objects")  # call: GET /v2/objects
call("POST", "/objects", json={})  # call: POST /v2/objects
