"""Settings, read from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    attio_token: str
    attio_base_url: str
    customer_list: str
    public_url: str


def load() -> Settings:
    return Settings(
        attio_token=os.environ["ATTIO_API_KEY"],
        attio_base_url=os.environ.get("ATTIO_BASE_URL", "https://api.attio.com/v2"),
        customer_list=os.environ.get("ATTIO_CUSTOMER_LIST", "customers"),
        public_url=os.environ["PUBLIC_URL"],
    )
