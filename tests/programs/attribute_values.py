import os

import requests


class RecordValues:
    URL = "https://api.attio.com/v2/objects/{object}/records/{record}/attributes/{attribute}/values"

    def __init__(self, object_slug, record_id):
        self.object_slug, self.record_id = object_slug, record_id

    def url(self, attribute):
        return self.URL.format(object=self.object_slug, record=self.record_id, attribute=attribute)

    def read(self, attribute):
        return requests.get(self.url(attribute), headers=headers())

    def write(self, attribute, value):
        return requests.put(self.url(attribute), headers=headers(), json={"data": [value]})


def headers():
    return {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


values = RecordValues("people", "1")
values.read("name").raise_for_status()
values.write("name", {"value": "Ada"}).raise_for_status()
