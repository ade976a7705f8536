"""`dataclasses.replace` keeps the host."""
from dataclasses import dataclass, replace

import requests


@dataclass(slots=True, kw_only=True)
class Options:
    base: str = "https://api.attio.com/v2"
    timeout: int = 5


options = replace(Options(), timeout=30)
requests.get(options.base + "/objects", timeout=options.timeout)  # call: GET /v2/objects
