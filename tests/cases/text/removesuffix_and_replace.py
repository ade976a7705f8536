import requests

URL = "https://api.attio.com/v2/objects/companies/records/query"


def search():
    return requests.post(URL, json={})  # call: POST /v2/objects/{object}/records/query


def create(values):
    return requests.post(URL.removesuffix("/query"), json={"data": {"values": values}})  # call: POST /v2/objects/{object}/records


def lists():
    return requests.get("https://api.attio.com/v2/:resource".replace(":resource", "lists"))  # call: GET /v2/lists


def by_id(record_id):
    template = "https://api.attio.com/v2/objects/people/records/RECORD_ID"
    return requests.get(template.replace("RECORD_ID", record_id))  # call: GET /v2/objects/{object}/records/{record_id}
