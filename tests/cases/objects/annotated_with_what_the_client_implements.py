from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Protocol

import requests


class Reader(Protocol):
    def read(self, tail: str) -> dict: ...


class Writer(ABC):
    @abstractmethod
    def write(self, tail: str, body: dict) -> dict: ...


class Attio(Writer):
    def read(self, tail: str) -> dict:
        return requests.get("https://api.attio.com/v2" + tail).json()

    def write(self, tail: str, body: dict) -> dict:
        return requests.post("https://api.attio.com/v2" + tail, json=body).json()


def members(reader: Reader) -> dict:
    return reader.read("/workspace_members")  # call: GET /v2/workspace_members


def note(writer: Writer) -> dict:
    return writer.write("/notes", {})  # call: POST /v2/notes


def many(readers: list[Attio]) -> None:
    for reader in readers:
        reader.read("/lists")  # call: GET /v2/lists


def named(readers: dict[str, Attio], name: str) -> None:
    readers[name].read("/objects")  # call: GET /v2/objects


def optional(reader: Attio | None) -> None:
    if reader is not None:
        reader.read("/self")  # call: GET /v2/self


def narrowed(thing) -> None:
    if isinstance(thing, Attio):
        thing.read("/emails")  # call: GET /v2/emails
