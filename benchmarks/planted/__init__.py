"""Keeps people, companies and their notes in Attio."""

from .lists import CrmLists
from .notes import CrmNotes
from .records import CrmRecords
from .service import start

__all__ = ["CrmLists", "CrmNotes", "CrmRecords", "start"]
