"""A table of the SDK's methods."""
from attio import SDK

sdk = SDK(oauth2="t")
ACTIONS = {"notes": sdk.notes.get_v2_notes, "tasks": sdk.tasks.get_v2_tasks}

ACTIONS["notes"](limit=1)  # call: GET /v2/notes
for fetch in ACTIONS.values():
    fetch(limit=5)  # call: GET /v2/notes | GET /v2/tasks
