"""Lead enrichment: Apollo, Clearbit, OpenAI and Attio in one file, each with its own helper of the same shape."""
import concurrent.futures
import csv
import os
import time
from dataclasses import dataclass

import requests
from openai import OpenAI

APOLLO_BASE = "https://api.apollo.io/api/v1"
CLEARBIT_BASE = "https://person.clearbit.com/v2"
ATTIO_BASE = "https://api.attio.com/v2"
client = OpenAI()


@dataclass
class Lead:
    email: str
    name: str = ""
    record_id: str | None = None


def apollo_post(path, body):
    return requests.post(f"{APOLLO_BASE}{path}", json=body, headers={"X-Api-Key": os.environ["APOLLO"]}).json()


def attio_headers():
    return {"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}


def attio(method, path, **kwargs):
    for attempt in range(4):
        res = requests.request(method, f"{ATTIO_BASE}{path}", headers=attio_headers(), timeout=20, **kwargs)
        if res.status_code in (429, 502):
            time.sleep(2**attempt)
            continue
        if not res.ok:
            print(res.status_code, res.text[:200])
            return None
        return res.json().get("data")
    return None


def enrich(lead: Lead) -> Lead:
    person = apollo_post("/people/match", {"email": lead.email})
    bio = requests.get(f"{CLEARBIT_BASE}/people/find", params={"email": lead.email}).json()
    text = client.chat.completions.create(model="x", messages=[{"role": "user", "content": str(bio)}])
    lead.name = person.get("name") or text.choices[0].message.content
    return lead


def upsert(lead: Lead) -> None:
    data = attio(  # call: PUT /v2/objects/{object}/records
        "PUT",
        "/objects/people/records?matching_attribute=email_addresses",
        json={"data": {"values": {"email_addresses": [lead.email]}}},
    )
    if not data:
        return
    lead.record_id = data["id"]["record_id"]
    existing = attio("POST", "/lists/outbound/entries/query", json={"filter": {"parent_record_id": lead.record_id}})  # call: POST /v2/lists/{list}/entries/query
    if existing:
        entry = existing[0]["id"]["entry_id"]
        attio("PATCH", f"/lists/outbound/entries/{entry}", json={"data": {}})  # call: PATCH /v2/lists/{list}/entries/{entry_id}
    else:
        attio("POST", "/lists/outbound/entries", json={"data": {"parent_record_id": lead.record_id}})  # call: POST /v2/lists/{list}/entries


def main(path="leads.csv"):
    with open(path) as f:
        leads = [Lead(row["email"]) for row in csv.DictReader(f)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for lead in pool.map(enrich, leads):
            upsert(lead)


if __name__ == "__main__":
    main()
