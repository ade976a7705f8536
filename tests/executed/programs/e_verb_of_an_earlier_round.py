# sends: POST /v2/objects/{object}/records/query, PUT /v2/objects/{object}/records, POST /v2/objects/{object}/records
# argv: put row post row
import sys

import httpx


def load(lines):
    verb = "POST"
    for line in lines:
        if line in ("put", "post"):
            verb = line.upper()
            continue
        httpx.request(verb, "https://api.attio.com/v2/objects/deals/records", json={})
    httpx.post("https://api.attio.com/v2/objects/deals/records/query")


load(sys.argv[1:])
