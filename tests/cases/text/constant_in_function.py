import requests


def lambda_handler(event, context):
    base = "https://api.attio.com/v2"
    object_slug = event.get("object", "people")
    endpoint = f"{base}/objects/{object_slug}/records"
    resp = requests.put(endpoint, params={"matching_attribute": "email_addresses"}, json=event["body"])  # call: PUT /v2/objects/{object}/records
    return {"statusCode": resp.status_code}
