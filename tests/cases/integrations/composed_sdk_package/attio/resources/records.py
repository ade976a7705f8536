from __future__ import annotations

from typing import Any, AsyncIterator, Iterator

from ._base import AsyncResource, SyncResource


class Records(SyncResource):
    def query(self, object_slug: str, *, filter: dict | None = None, limit: int = 100) -> Iterator[dict]:
        offset = 0
        while True:
            payload: dict[str, Any] = {"limit": limit, "offset": offset}
            if filter is not None:
                payload["filter"] = filter
            page = self._transport.request("POST", f"/objects/{object_slug}/records/query", json=payload)["data"]  # call: POST /v2/objects/{object}/records/query
            yield from page
            if len(page) < limit:
                return
            offset += limit

    def create(self, object_slug: str, values: dict) -> dict:
        return self._transport.request("POST", f"/objects/{object_slug}/records", json={"data": {"values": values}})  # call: POST /v2/objects/{object}/records

    def update(self, object_slug: str, record_id: str, values: dict, *, append: bool = True) -> dict:
        method = "PATCH" if append else "PUT"
        return self._transport.request(method, f"/objects/{object_slug}/records/{record_id}", json={"data": {"values": values}})  # call: PATCH /v2/objects/{object}/records/{record_id} | PUT /v2/objects/{object}/records/{record_id}


class AsyncRecords(AsyncResource):
    async def query(self, object_slug: str, *, limit: int = 100) -> AsyncIterator[dict]:
        data = await self._transport.request("POST", f"/objects/{object_slug}/records/query", json={"limit": limit})  # call: POST /v2/objects/{object}/records/query
        for row in data["data"]:
            yield row

    async def delete(self, object_slug: str, record_id: str) -> None:
        await self._transport.request("DELETE", f"/objects/{object_slug}/records/{record_id}")  # call: DELETE /v2/objects/{object}/records/{record_id}
