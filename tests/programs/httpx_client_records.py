import os
from contextlib import contextmanager

import httpx


@contextmanager
def attio():
    with httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}) as client:
        yield client


def main():
    with attio() as client:
        made = client.post("/objects/people/records", json={"data": {"values": {"name": "Ada"}}}).raise_for_status().json()
        record_id = made["data"]["id"]["record_id"]
        client.get(f"/objects/people/records/{record_id}").raise_for_status()
        client.patch(f"/objects/people/records/{record_id}", json={"data": {"values": {}}}).raise_for_status()
        client.put(f"/objects/people/records/{record_id}", json={"data": {"values": {}}}).raise_for_status()
        client.put("/objects/people/records", params={"matching_attribute": "email_addresses"}, json={}).raise_for_status()
        client.delete(f"/objects/people/records/{record_id}").raise_for_status()


if __name__ == "__main__":
    main()
