import requests

BASE = "https://api.attio.com/v2"


def values(slug, record_id, attribute):
    parts = [BASE, "objects", slug]
    parts.append("records")
    parts += [record_id, "attributes", attribute]
    parts.extend(["values"])
    return requests.get("/".join(parts))  # call: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
