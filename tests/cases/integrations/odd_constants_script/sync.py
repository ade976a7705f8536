#!/usr/bin/env python3
import argparse
import csv
import sys
import time

import requests

parser = argparse.ArgumentParser(description="Attio import")
parser.add_argument("--token", required=True)
parser.add_argument("--object", default="people", dest="obj")
parser.add_argument("--dry-run", action="store_true")
args = parser.parse_args()

HEADERS = {"Authorization": f"Bearer {args.token}", "Content-Type": "application/json"}
URL = f"https://api.attio.com/v2/objects/{args.obj}/records"
QUERY_URL = URL + "/query"

existing = requests.post(QUERY_URL, headers=HEADERS, json={"limit": 1}).json()["data"]  # call: POST /v2/objects/{object}/records/query

with open("people.csv") as f:
    for i, row in enumerate(csv.DictReader(f)):
        if args.dry_run:
            print("PUT", URL, row)
            continue
        r = requests.put(URL, headers=HEADERS, params={"matching_attribute": "email_addresses"}, json={"data": {"values": row}})  # call: PUT /v2/objects/{object}/records
        if r.status_code == 429:
            time.sleep(float(r.headers.get("Retry-After", 1)))
            r = requests.put(f"{URL}?matching_attribute=email_addresses", headers=HEADERS, json={"data": {"values": row}})  # call: PUT /v2/objects/{object}/records
        if not r.ok:
            print(i, r.text, file=sys.stderr)
        elif row.get("note"):
            record_id = r.json()["data"]["id"]["record_id"]
            requests.post(URL.split("/objects/")[0] + "/notes", headers=HEADERS, json={"data": {"parent_record_id": record_id}})  # call: POST /v2/notes
