# sends: GET /v2/objects, GET /v2/lists
# near: a library function that takes two paths only
# argv: objects lists
import sys
from typing import Literal

import requests


def read(kind: Literal["objects", "lists"]):
    if kind not in ("objects", "lists"):
        raise ValueError(kind)
    return requests.get(f"https://api.attio.com/v2/{kind}")


for word in sys.argv[1:]:
    read(word)
