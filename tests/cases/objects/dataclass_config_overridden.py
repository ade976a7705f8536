"""The default of the dataclass is Attio's host, but every instance is made for another host."""
# expects nothing
from dataclasses import dataclass

import requests


@dataclass
class Config:
    host: str = "https://api.attio.com/v2"


config = Config(host="http://crm.internal:8080/api")
requests.get(f"{config.host}/objects")
