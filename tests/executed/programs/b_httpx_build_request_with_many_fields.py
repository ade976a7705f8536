# sends: PUT /v2/objects/{object}/records
# argv: ada@example.org
import sys

import httpx


def person(mail, **more):
    values = {
        "email_addresses": [mail], "name": {"first_name": "A", "last_name": "B", "full_name": "A B"}, "job_title": more.get("title"),
        "description": more.get("about"), "phone_numbers": [more.get("phone")], "primary_location": {
            "line_1": more.get("line_1"), "line_2": more.get("line_2"), "line_3": None, "line_4": None, "locality": more.get("city"),
            "region": more.get("region"), "postcode": more.get("zip"), "country_code": more.get("country"), "latitude": None,
            "longitude": None}, "linkedin": more.get("linkedin"), "twitter": more.get("twitter"), "facebook": more.get("facebook"),
        "instagram": more.get("instagram"), "angellist": more.get("angellist"), "avatar_url": more.get("avatar"),
    }  # fmt: skip
    for key in ("source", "campaign", "medium", "term", "content", "referrer", "landing", "variant", "cohort", "segment", "plan", "tier"):
        if more.get(key):
            values[key] = [{"value": more[key], "active_from": more.get("from"), "active_until": more.get("until"), "created_by": None}]
    if more.get("company"):
        values["company"] = [{"target_object": "companies", "companies": [{"domains": [{"domain": more["company"]}]}]}]
    if more.get("owner"):
        values["owner"] = [{"workspace_member_email_address": more["owner"], "referenced_actor_type": "workspace-member"}]
    return {"data": {"values": {key: value for key, value in values.items() if value}}}


def main():
    client = httpx.Client(base_url="https://api.attio.com/v2/", headers={"Authorization": "Bearer x"})
    request = client.build_request("PUT", "objects/people/records", params={"matching_attribute": "email_addresses"}, json=person(sys.argv[1]))
    client.send(request)


if __name__ == "__main__":
    main()
