import re

import requests

BASE = "https://api.attio.com/v2"


def call(method, template, **ids):
    path = re.sub(r":(\w+)", lambda found: ids[found[1]], template)
    return requests.request(method, BASE + path)


# What a regular expression makes of the text is not followed: never a made-up path.
call("GET", "/objects/:slug/records/:record_id", slug="people", record_id="1")  # unresolved
