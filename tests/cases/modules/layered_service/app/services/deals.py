from app.clients import AttioClient, attio_client


class DealService:
    def __init__(self, client: AttioClient = attio_client) -> None:
        self.client = client

    async def move(self, entry_id: str, stage: str):
        return await self.client._request("PATCH", f"lists/sales/entries/{entry_id}", json={"stage": stage})  # call: PATCH /v2/lists/{list}/entries/{entry_id}


async def companies():
    return await attio_client._request("POST", "/objects/companies/records/query")  # call: POST /v2/objects/{object}/records/query
