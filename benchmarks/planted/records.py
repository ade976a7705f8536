"""People and companies in Attio."""

import logging

from framework import Base3
from framework import function as shaped

from .client import AttioClient
from .const import COMPANIES, PAGE, PEOPLE
from .models import AttioRow, rows

LOG = logging.getLogger(__name__)
EMAIL = "email_addresses"


class CrmRecords(Base3):
    """Records of one object."""

    def __init__(self, client: AttioClient, slug=PEOPLE, **options):
        super().__init__(**options)
        self.client = client
        self.slug = slug
        self.path = f"/objects/{slug}"

    def all(self):
        data = {"limit": PAGE, "offset": 0}
        while True:
            found = self.client.post(f"/objects/{self.slug}/records/query", data)  # call: POST /v2/objects/{object}/records/query
            yield from rows(found["data"])
            if len(found["data"]) < PAGE:
                return
            data["offset"] += PAGE

    def one(self, record):
        row = self.client.get(f"/objects/{self.slug}/records/{record}")  # call: GET /v2/objects/{object}/records/{record_id}
        return shaped(row["data"])

    def save(self, row: AttioRow):
        self.inherited3()
        data = {"values": row.to_attio()}
        return self.client.put(f"/objects/{self.slug}/records", data, EMAIL)  # call: PUT /v2/objects/{object}/records

    def change(self, record, data):
        LOG.info("changing %s", record)
        return self.client.patch(f"{self.path}/records/{record}", data)  # call: PATCH /v2/objects/{object}/records/{record_id}

    def drop(self, record):
        self.client.delete(f"/objects/{self.slug}/records/{record}")  # call: DELETE /v2/objects/{object}/records/{record_id}

    def company(self, domain):
        data = {"filter": {"domains": domain}}
        found = self.client.post(f"/objects/{COMPANIES}/records/query", data)  # call: POST /v2/objects/{object}/records/query
        return next(iter(rows(found["data"])), None)

    def attributes(self):
        return self.client.get(f"/objects/{self.slug}/attributes")["data"]  # call: GET /v2/{target}/{identifier}/attributes
