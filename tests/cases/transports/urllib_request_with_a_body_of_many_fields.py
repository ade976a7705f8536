import json
import urllib.request

ROOT = "https://api.attio.com/v2"


def push(verb, tail, body):
    data = json.dumps(body).encode()
    request = urllib.request.Request(ROOT + tail, data=data, method=verb, headers={"Content-Type": "application/json"})
    return urllib.request.urlopen(request)


def company(row):
    values = {"name": [{"value": row["name"]}], "domains": [{"domain": d} for d in row["domains"]]}
    if row.get("about"):
        values["description"] = [{"value": row["about"], "active_from": None, "active_until": None, "created_by": {"type": "system", "id": None}}]
    if row.get("city"):
        values["primary_location"] = [{"locality": row["city"], "region": row.get("region"), "postcode": row.get("zip"), "country_code": "CH"}]
    if row.get("staff"):
        values["employee_range"] = [{"value": row["staff"]}]
    if row.get("raised"):
        values["funding_raised_usd"] = [{"currency_value": row["raised"], "currency_code": "USD"}]
    if row.get("linkedin"):
        values["linkedin"] = [{"value": row["linkedin"]}]
    if row.get("twitter"):
        values["twitter"] = [{"value": row["twitter"], "follower_count": row.get("followers", 0)}]
    if row.get("owner"):
        values["owner"] = [{"referenced_actor_type": "workspace-member", "referenced_actor_id": row["owner"]}]
    if row.get("parent"):
        values["parent"] = [{"target_object": "companies", "target_record_id": row["parent"]}]
    return push("PUT", "/objects/companies/records?matching_attribute=domains", {"data": {"values": values}})  # call: PUT /v2/objects/{object}/records


def forget(key):
    return push("DELETE", f"/objects/companies/records/{key}", {})  # call: DELETE /v2/objects/{object}/records/{record_id}
