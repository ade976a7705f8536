# sends: DELETE /v2/files/{file_id}
import dataclasses

import requests


@dataclasses.dataclass(frozen=True)
class Place:
    version: int = 2
    root: str = dataclasses.field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "root", f"https://api.attio.com/v{self.version}")

    def drop(self, key):
        return requests.delete(f"{self.root}/files/{key}")


Place().drop("1")
