import functools

import requests

BASE = "https://api.attio.com/v2"


def posts_to(path):
    """The decorated function makes the body; the decorator sends it."""

    def decorate(make_body):
        @functools.wraps(make_body)
        def send(*args, **kwargs):
            return requests.post(BASE + path, json=make_body(*args, **kwargs))

        return send

    return decorate


@posts_to("/notes")
def note(text):
    return {"data": {"content": text}}


note("hello")  # call: POST /v2/notes
