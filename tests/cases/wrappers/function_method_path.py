import requests

BASE = "https://api.attio.com/v2"


def attio_request(method, path, **kwargs):
    response = requests.request(method, f"{BASE}{path}", timeout=30, **kwargs)
    response.raise_for_status()
    return response.json()


def find_company(domain):
    return attio_request("POST", "/objects/companies/records/query", json={"filter": {"domains": domain}})  # call: POST /v2/objects/{object}/records/query


def add_note(record_id, text):
    return attio_request("POST", "/notes", json={"data": {"parent_record_id": record_id, "content": text}})  # call: POST /v2/notes
