"""AWS Lambda: boto3 secrets, urllib, records of a queue."""
import json
import logging
import os
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

import boto3

ssm = boto3.client("ssm")
ATTIO_BASE = os.environ.get("ATTIO_BASE", "https://api.attio.com/v2")


def token() -> str:
    return ssm.get_parameter(Name="/attio/token", WithDecryption=True)["Parameter"]["Value"]


def http(method: str, path: str, body: Any = None, query: dict | None = None) -> Any:
    url = ATTIO_BASE + path
    if query:
        url = f"{url}?{urllib.parse.urlencode(query)}"
    data = json.dumps(body).encode("utf-8") if body is not None else None
    req = urllib.request.Request(url, data=data, method=method)
    req.add_header("Authorization", "Bearer " + token())
    try:
        with urllib.request.urlopen(req, timeout=10) as resp:
            return json.loads(resp.read() or b"{}")
    except urllib.error.HTTPError as exc:
        logging.error("%s %s: %s", method, path, exc.read())
        raise


def handler(event, context):
    for record in event["Records"]:
        message = json.loads(record["body"])
        person = http("PUT", "/objects/people/records", {"data": message}, {"matching_attribute": "email_addresses"})  # call: PUT /v2/objects/{object}/records
        record_id = person["data"]["id"]["record_id"]
        entries = http("GET", f"/objects/people/records/{record_id}/entries")["data"]  # call: GET /v2/objects/{object}/records/{record_id}/entries
        if not any(e["list_api_slug"] == "leads" for e in entries):
            http("POST", "/lists/leads/entries", body={"data": {"parent_record_id": record_id}})  # call: POST /v2/lists/{list}/entries
    return {"statusCode": 200}
