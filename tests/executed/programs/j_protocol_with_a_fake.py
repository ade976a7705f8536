# sends: nothing
# near: what is handed to the typed parameter is a fake, and nothing of the program sends
from typing import Protocol


class Crm(Protocol):
    def fetch(self, tail: str) -> dict: ...


class FakeCrm:
    base = "https://api.attio.com/v2"

    def fetch(self, tail: str) -> dict:
        return {"tail": tail}


def tasks(crm: Crm) -> dict:
    return crm.fetch("GET /tasks")


tasks(FakeCrm())
