# expects nothing
from dataclasses import dataclass

from crm import Attio


@dataclass
class State:
    client: Attio


def current(registry) -> Attio:
    return registry["client"]
