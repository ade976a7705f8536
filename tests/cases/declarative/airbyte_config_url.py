"""The base URL is made from the configuration with a default."""
from airbyte_cdk.sources.streams.http import HttpStream

DEFAULT = "https://api.attio.com/v2/"


class Tasks(HttpStream):
    primary_key = "id"

    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self._base = config.get("base_url", DEFAULT)

    @property
    def url_base(self):
        return self._base

    def path(self, **kwargs):
        return "tasks"  # call: GET /v2/tasks
