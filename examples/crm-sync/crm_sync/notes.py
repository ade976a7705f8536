"""Notes for the account manager."""

from __future__ import annotations

from crm_sync.client import AttioClient


def note_overdue(client: AttioClient, company_id: str, invoices: int) -> None:
    plural = "" if invoices == 1 else "s"
    client.create_note("companies", company_id, f"{invoices} overdue invoice{plural}", "Please talk to the customer.")
