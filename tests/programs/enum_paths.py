import os
from enum import Enum

import requests


class Path(str, Enum):
    SEARCH = "/objects/records/search"
    SQL = "/sql"

    @property
    def url(self):
        return "https://api.attio.com/v2" + self.value


for path in Path:
    requests.post(path.url, headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}, json={}).raise_for_status()
