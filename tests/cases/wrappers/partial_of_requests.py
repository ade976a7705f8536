import functools

import requests

create_note = functools.partial(requests.post, "https://api.attio.com/v2/notes", timeout=10)


def handle(note):
    return create_note(json={"data": note})  # call: POST /v2/notes
