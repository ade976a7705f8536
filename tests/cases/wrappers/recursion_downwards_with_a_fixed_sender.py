import requests

V2 = "https://api.attio.com/v2"


def prune(tree, depth=0):
    for child in tree["children"]:
        prune(child, depth + 1)
    if depth > 2:
        requests.delete(f"{V2}/objects/{tree['kind']}/records/{tree['key']}")  # call: DELETE /v2/objects/{object}/records/{record_id}


prune({"children": []})
