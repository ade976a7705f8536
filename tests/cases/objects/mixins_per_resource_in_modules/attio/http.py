# expects nothing
import json
import urllib.request
from dataclasses import dataclass, field


@dataclass
class HTTP:
    token: str
    root: str = field(default="https://api.attio.com/v2", repr=False)

    def _do(self, verb, *segments, body=None):
        request = urllib.request.Request(
            "/".join([self.root, *segments]), method=verb, data=json.dumps(body).encode() if body else None
        )
        request.add_header("Authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request) as response:
            return json.load(response)
