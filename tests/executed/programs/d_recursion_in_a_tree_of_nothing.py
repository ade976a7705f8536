# sends: GET /v2/objects
# near: the recursion has nothing to do with requests
import requests


def depth(tree):
    return 1 + max(map(depth, tree.values()), default=0)


requests.get("https://api.attio.com/v2/objects", params={"limit": depth({"a": {"b": {}}})})
