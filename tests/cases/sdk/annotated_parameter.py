"""A parameter with the SDK's class as annotation."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attio import SDK


def save(sdk: SDK, values: dict) -> None:
    sdk.records.post_v2_objects_object_records(object="deals", data={"values": values})  # call: POST /v2/objects/{object}/records


def maybe(sdk: SDK | None = None):
    return sdk and sdk.emails.get_v2_emails()  # call: GET /v2/emails
