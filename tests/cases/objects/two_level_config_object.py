import os
import requests
from dataclasses import dataclass, field


@dataclass(frozen=True)
class AttioConfig:
    base_url: str = field(default_factory=lambda: os.getenv("ATTIO_BASE_URL", "https://api.attio.com/v2"))
    token: str = field(default_factory=lambda: os.environ["ATTIO_TOKEN"])


@dataclass
class Config:
    attio: AttioConfig = field(default_factory=AttioConfig)
    debug: bool = False

    @classmethod
    def load(cls):
        return cls()


CONFIG = Config.load()


def lists():
    return requests.get(f"{CONFIG.attio.base_url}/lists", headers={"Authorization": CONFIG.attio.token})  # call: GET /v2/lists


class Service:
    def __init__(self, config: Config):
        self.cfg = config.attio

    def note(self):
        return requests.post(self.cfg.base_url + "/notes")  # call: POST /v2/notes
