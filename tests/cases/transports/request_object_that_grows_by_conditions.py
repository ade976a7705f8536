import json
import urllib.request


def save(row, more):
    body = {"data": {"values": {"name": row["name"]}}}
    values = body["data"]["values"]
    if more.get("a"):
        values["a"] = [{"value": more["a"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    if more.get("b"):
        values["b"] = [{"value": more["b"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    if more.get("c"):
        values["c"] = [{"value": more["c"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    if more.get("d"):
        values["d"] = [{"value": more["d"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    if more.get("e"):
        values["e"] = [{"value": more["e"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    if more.get("f"):
        values["f"] = [{"value": more["f"], "from": None, "until": None, "by": {"type": "system", "id": None}}]
    request = urllib.request.Request("https://api.attio.com/v2/objects/deals/records", json.dumps(body).encode())
    if more:
        request.add_header("X-More", "1")
    request.method = "PUT" if more.get("upsert") else "POST"
    return urllib.request.urlopen(request)  # call: POST /v2/objects/{object}/records | PUT /v2/objects/{object}/records
