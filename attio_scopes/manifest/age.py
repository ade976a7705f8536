"""How old a manifest is, and what to say of one that is old.

Takes a manifest's date and today's, gives days and sentences. Never makes a run fail: an old manifest is a reason to look, not a finding.
"""

from __future__ import annotations

import calendar
import contextlib
import os
import re
from datetime import date, datetime, timezone

from attio_scopes.model.report import age_text

OLD = 180
"""Days. Between the references of March and October 2026 there are 31 new operations."""
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?\Z")


def today() -> date:
    """Today in UTC, or the day of SOURCE_DATE_EPOCH, so that what is written can be made again byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    with contextlib.suppress(ValueError, OverflowError, OSError):  # a number of seconds that no calendar has
        if epoch.isdecimal():
            return datetime.fromtimestamp(int(epoch), timezone.utc).date()
    return datetime.now(timezone.utc).date()


def age_in_days(version: str, day: date) -> int | None:
    """Days from a manifest's date to a day, never fewer than 0; None where it has no date.

    Args:
        version: YYYY-MM-DD, or YYYY-MM, which counts from the end of the month: of what is not known the younger age is taken.
        day: usually today.
    """
    parts = _DATE.match(version)
    if parts is None:
        return None
    year, month = int(parts[1]), int(parts[2])
    try:
        written = date(year, month, int(parts[3]) if parts[3] else calendar.monthrange(year, month)[1])
    except ValueError:  # a month or day that there is not
        return None
    return max((day - written).days, 0)


def age_note(version: str, days: int | None) -> str:
    """What to tell of a manifest that is older than `OLD` days, or ""."""
    if days is None or days <= OLD:
        return ""
    return f"The scope manifest is of {version}, {age_text(days)}: `attio-scopes manifest update` shows what Attio has changed since."
