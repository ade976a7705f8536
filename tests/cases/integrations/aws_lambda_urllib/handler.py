import json
import os
import urllib.error
import urllib.parse
import urllib.request

API = "https://api.attio.com/v2"
TOKEN = os.environ["ATTIO_TOKEN"]
SLACK_URL = os.environ.get("SLACK_URL", "https://hooks.slack.example/x")


def _http(url, method="GET", body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    req = urllib.request.Request(url, data=data, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(req, timeout=15) as res:
            return json.loads(res.read().decode())
    except urllib.error.HTTPError as exc:
        print(exc.code, exc.read())
        raise


def attio(method, path, body=None):
    return _http(API + path, method, body, {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"})


def slack(text):
    return _http(SLACK_URL, "POST", {"text": text})


def lambda_handler(event, _context):
    body = json.loads(event.get("body") or "{}")
    found = attio("POST", "/objects/companies/records/query", {"filter": {"domains": body["domain"]}})["data"]  # call: POST /v2/objects/{object}/records/query
    if found:
        record = found[0]["id"]["record_id"]
        attio("PATCH", f"/objects/companies/records/{urllib.parse.quote(record)}", {"data": {"values": body}})  # call: PATCH /v2/objects/{object}/records/{record_id}
    else:
        attio("POST", "/objects/companies/records", {"data": {"values": body}})  # call: POST /v2/objects/{object}/records
        slack(f"New company: https://app.attio.com/acme/company/{body['domain']}")
    return {"statusCode": 204}
