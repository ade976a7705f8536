"""Early exits whose tests have negated parts: what comes after them is reached."""
import requests

V2 = "https://api.attio.com/v2"


def company_of(person):
    found = person.get("company", [])
    if not isinstance(found, list) or not found:
        return None
    first = found[0]
    if first is not None and not first.get("gone"):
        return first
    return None


def company(key):
    person = requests.get(f"{V2}/objects/people/records/{key}").json()  # call: GET /v2/objects/{object}/records/{record_id}
    found = company_of(person)
    if found is None:
        return None
    return requests.get(f"{V2}/objects/companies/records/{found}")  # call: GET /v2/objects/{object}/records/{record_id}
