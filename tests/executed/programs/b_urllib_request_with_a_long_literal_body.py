# sends: POST /v2/objects/{object}/records/query
import json
import urllib.request

FILTER = {"$or": [{"name": {"$contains": word}} for word in (
    "acme", "globex", "initech", "umbrella", "stark", "wayne", "wonka", "hooli", "vehement", "massive", "soylent", "tyrell", "cyberdyne",
    "gringotts", "duff", "oscorp", "monsters", "nakatomi", "weyland", "yoyodyne", "aperture", "black mesa", "abstergo", "vault-tec",
)]}  # fmt: skip
SORTS = [{"direction": "asc", "attribute": "name", "field": "last_name"}, {"direction": "desc", "attribute": "created_at"}]


def companies():
    body = {
        "filter": FILTER, "sorts": SORTS, "limit": 500, "offset": 0,
        "extra": {"a": [1, 2, 3, 4, 5, 6, 7, 8], "b": [[1, 2], [3, 4], [5, 6]], "c": {"d": {"e": {"f": {"g": [{"h": 1}, {"i": 2}]}}}}},
        "more": [("x", 1), ("y", 2), ("z", 3), ("u", 4), ("v", 5), ("w", 6)], "flags": [True, False, None, True, False, None, True],
    }  # fmt: skip
    request = urllib.request.Request("https://api.attio.com/v2/objects/companies/records/query", method="POST")
    request.add_header("Content-Type", "application/json")
    request.data = json.dumps(body).encode()
    with urllib.request.urlopen(request, timeout=20) as reply:
        return json.load(reply)


companies()
