"""`__post_init__` makes the session."""
from dataclasses import dataclass, field

import httpx


@dataclass
class Gateway:
    token: str
    root: str = "https://api.attio.com"
    client: httpx.Client = field(init=False)

    def __post_init__(self):
        self.client = httpx.Client(base_url=f"{self.root}/v2/", headers={"Authorization": f"Bearer {self.token}"})

    def whoami(self):
        return self.client.get("self")  # call: GET /v2/self
