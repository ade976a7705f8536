"""What the inbox shows of the person who writes, and what it files."""

from __future__ import annotations

import os
from typing import Any

from desk.attio import Attio

attio = Attio(os.environ["ATTIO_INBOX_TOKEN"])


def sender(email: str) -> dict[str, Any] | None:
    found = attio.people(email)
    return found[0] if found else None


def file_message(email: str, subject: str, text: str) -> None:
    person = sender(email)
    if person is not None:
        attio.add_note(person["id"]["record_id"], subject, text)
