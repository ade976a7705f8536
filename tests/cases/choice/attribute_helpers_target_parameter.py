"""Schema helpers with a target of objects or lists, chosen by flags and defaults."""
import requests

BASE = "https://api.attio.com/v2"


def attributes(slug, target="objects"):
    return requests.get(f"{BASE}/{target}/{slug}/attributes")  # call: GET /v2/{target}/{identifier}/attributes


def options(slug, attribute, is_list=False, is_status=False):
    target = "lists" if is_list else "objects"
    kind = "statuses" if is_status else "options"
    url = f"{BASE}/{target}/{slug}/attributes/{attribute}/{kind}"
    return requests.get(url)  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/options | GET /v2/{target}/{identifier}/attributes/{attribute}/statuses


def ensure(slug, spec):
    for attribute in spec:
        kind = attribute["type"]
        if kind in ("select", "status"):
            leaf = {"select": "options", "status": "statuses"}[kind]
            requests.post(f"{BASE}/objects/{slug}/attributes/{attribute['slug']}/{leaf}", json={})  # call: POST /v2/{target}/{identifier}/attributes/{attribute}/options | POST /v2/{target}/{identifier}/attributes/{attribute}/statuses
        else:
            requests.patch(f"{BASE}/objects/{slug}/attributes/{attribute['slug']}", json={})  # call: PATCH /v2/{target}/{identifier}/attributes/{attribute}


attributes("deals")
attributes("pipeline", target="lists")
