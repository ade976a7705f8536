#!/usr/bin/env python
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from app.clients import get_client  # noqa: E402

client = get_client()
if __name__ == "__main__":
    for rid in sys.argv[1:]:
        client.person(rid)
        client._req("DELETE", f"/notes/{rid}")  # call: DELETE /v2/notes/{note_id}
