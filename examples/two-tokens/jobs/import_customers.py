"""Puts the customers of a CSV file that Attio does not know yet into Attio."""

from __future__ import annotations

import csv
import os
import sys

from desk.attio import Attio


def main() -> None:
    attio = Attio(os.environ["ATTIO_IMPORT_TOKEN"])
    for row in csv.DictReader(sys.stdin):
        if not attio.people(row["email"]):
            attio.save_person({"email_addresses": [row["email"]], "name": row["name"]})


if __name__ == "__main__":
    main()
