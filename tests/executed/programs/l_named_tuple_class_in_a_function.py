# sends: GET /v2/emails
from typing import NamedTuple

import requests


def ask(tail):
    class Ask(NamedTuple):
        verb: str
        url: str

    ask = Ask("GET", "https://api.attio.com/v2/" + tail)
    return requests.request(ask.verb, ask.url)


ask("emails")
