"""A factory under lru_cache."""
from functools import lru_cache

from attio import SDK


@lru_cache
def sdk():
    return SDK(oauth2="t")


def lists():
    return sdk().lists.get_v2_lists()  # call: GET /v2/lists


def entry(entry_id):
    return sdk().entries.get_v2_lists_list_entries_entry_id_(list_id="leads", entry_id=entry_id)  # call: GET /v2/lists/{list}/entries/{entry_id}
