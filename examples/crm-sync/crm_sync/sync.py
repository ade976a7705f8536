"""The nightly job: every customer of the billing system becomes a company with its people, on the customer list."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from crm_sync import settings
from crm_sync.client import AttioClient
from crm_sync.members import Owners
from crm_sync.notes import note_overdue


@dataclass(frozen=True)
class Customer:
    name: str
    domain: str
    contact_email: str
    account_manager: str
    overdue_invoices: int


def read_customers(path: Path) -> Iterator[Customer]:
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield Customer(
                name=row["name"],
                domain=row["domain"].strip().lower(),
                contact_email=row["contact_email"],
                account_manager=row["account_manager"],
                overdue_invoices=int(row["overdue_invoices"] or 0),
            )


def sync(client: AttioClient, list_slug: str, customers: Iterable[Customer]) -> int:
    owners = Owners(client)
    has_manager = "account_manager" in client.attribute_slugs("companies")
    done = 0
    for customer in customers:
        values: dict[str, object] = {"name": customer.name, "domains": [customer.domain]}
        if has_manager and (owner := owners.of(customer.account_manager)):
            values["account_manager"] = owner
        company_id = client.upsert_record("companies", "domains", values)
        client.upsert_record(
            "people",
            "email_addresses",
            {"email_addresses": [customer.contact_email], "company": company_id},
        )
        client.add_to_list(list_slug, "companies", company_id)
        if customer.overdue_invoices:
            note_overdue(client, company_id, customer.overdue_invoices)
        done += 1
    return done


def without_domain(client: AttioClient) -> list[str]:
    """Ids of companies that the sync can never match."""
    found = client.query_records("companies", {"domains": {"$empty": True}})
    return [company["id"]["record_id"] for company in found]


def main() -> None:
    config = settings.load()
    client = AttioClient(config)
    count = sync(client, config.customer_list, read_customers(Path(sys.argv[1])))
    orphans = without_domain(client)
    sys.stdout.write(f"{count} customers copied, {len(orphans)} companies have no domain\n")


if __name__ == "__main__":
    main()
