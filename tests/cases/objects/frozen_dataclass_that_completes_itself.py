import dataclasses

import requests


@dataclasses.dataclass(frozen=True)
class Region:
    name: str = "api"
    base: str = dataclasses.field(init=False, default="")

    def __post_init__(self):
        object.__setattr__(self, "base", f"https://{self.name}.attio.com/v2")

    def objects(self):
        return requests.get(self.base + "/objects")  # call: GET /v2/objects


@dataclasses.dataclass
class FromInit:
    host: dataclasses.InitVar[str]
    version: dataclasses.InitVar[int] = 2

    def __post_init__(self, host, version):
        self.base = f"https://{host}/v{version}"

    def lists(self):
        return requests.get(self.base + "/lists")  # call: GET /v2/lists


Region().objects()
FromInit("api.attio.com").lists()
