# expects nothing
from __future__ import annotations

import os
from functools import cached_property

from ._transport import AsyncTransport, SyncTransport
from .resources import AsyncRecords, Records, Webhooks


class Attio:
    def __init__(self, api_key: str | None = None, **kwargs) -> None:
        self._transport = SyncTransport(api_key or os.environ["ATTIO_API_KEY"], **kwargs)

    @cached_property
    def records(self) -> Records:
        return Records(self._transport)

    @property
    def webhooks(self) -> Webhooks:
        return Webhooks(self._transport)


class AsyncAttio:
    def __init__(self, api_key: str) -> None:
        transport = AsyncTransport(api_key)
        self.records = AsyncRecords(transport)
