import os

from attio import SDK

with SDK(oauth2=os.environ["ATTIO_TOKEN"]) as attio:
    notes = attio.notes.get_v2_notes(limit=5)
    assert notes.data
    attio.tasks.get_v2_tasks()
    attio.meta.get_v2_self()
