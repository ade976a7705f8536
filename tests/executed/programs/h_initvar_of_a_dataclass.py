# sends: POST /v2/webhooks
from dataclasses import InitVar, dataclass, field

import requests


@dataclass
class Hooks:
    domain: InitVar[str]
    base: str = field(init=False)

    def __post_init__(self, domain):
        self.base = "https://api." + domain

    def subscribe(self, target):
        return requests.post(f"{self.base}/v2/webhooks", json={"data": {"target_url": target}})


Hooks("attio.com").subscribe("https://example.org/in")
