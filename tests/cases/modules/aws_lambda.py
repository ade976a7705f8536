"""An AWS lambda with a module-level session and a handler."""
import json
import os

import boto3
import requests

secrets = boto3.client("secretsmanager")
TOKEN = secrets.get_secret_value(SecretId="attio")["SecretString"]
SESSION = requests.Session()
SESSION.headers.update({"Authorization": f"Bearer {TOKEN}"})
ATTIO = os.environ.get("ATTIO_ENDPOINT", "https://api.attio.com/v2")


def handler(event, context):
    body = json.loads(event["body"])
    kind = body["type"]
    if kind == "contact":
        response = SESSION.put(f"{ATTIO}/objects/people/records", params={"matching_attribute": "email_addresses"}, json=body)  # call: PUT /v2/objects/{object}/records
    else:
        response = SESSION.post(f"{ATTIO}/notes", json=body)  # call: POST /v2/notes
    return {"statusCode": response.status_code}
