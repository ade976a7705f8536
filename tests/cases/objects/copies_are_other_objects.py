import copy

import requests

V2 = "https://api.attio.com/v2"


def of_a_mapping():
    spec = {"path": "/objects"}
    for other in (spec.copy(), dict(spec), {**spec}, copy.deepcopy(spec)):
        other["path"] = "/lists"
    return requests.get(V2 + spec["path"])  # call: GET /v2/objects


def of_a_list():
    paths = ["/objects"]
    other = paths + ["/lists"]
    more = list(paths)
    more.append("/notes")
    print(other, more)
    for path in paths:
        requests.get(V2 + path)  # call: GET /v2/objects
