import requests

URL = (
    "https://api.attio.com"
    "/v2"
    "/workspace_members"
)


def members():
    return requests.get(URL)  # call: GET /v2/workspace_members


def statuses(slug, attribute):
    return requests.get(  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses
        "https://api.attio.com/v2"
        f"/lists/{slug}"
        f"/attributes/{attribute}/statuses"
    )
