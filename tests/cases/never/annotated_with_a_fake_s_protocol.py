"""The only class that fits the protocol is a fake."""
# expects nothing
from typing import Protocol


class Reader(Protocol):
    def read(self, tail: str) -> dict: ...


class Fake:
    base = "https://api.attio.com/v2"

    def read(self, tail: str) -> dict:
        return {"tail": tail}


def notes(reader: Reader) -> dict:
    return reader.read("/notes")


notes(Fake())
