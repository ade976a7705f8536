# sends: GET /v2/meetings
from plugins import PLUGINS

import requests


class Host:
    def get(self, tail):
        return requests.get("https://api.attio.com/v2/" + tail)


for plugin in PLUGINS:
    plugin(Host())
