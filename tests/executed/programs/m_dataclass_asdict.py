# sends: POST /v2/notes
import dataclasses

import requests


@dataclasses.dataclass
class Ask:
    method: str
    url: str


requests.request(**dataclasses.asdict(Ask("POST", "https://api.attio.com/v2/notes")))
