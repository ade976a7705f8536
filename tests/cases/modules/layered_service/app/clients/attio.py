import logging

import httpx

from app.settings import settings

logger = logging.getLogger(__name__)


class AttioClient:
    def __init__(self, base_url: str = settings.ATTIO_BASE_URL, api_key: str = settings.ATTIO_API_KEY):
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {api_key}"}

    async def _request(self, method: str, path: str, **kwargs):
        url = f"{self.base_url.rstrip('/')}/{path.lstrip('/')}"
        logger.debug("%s %s", method, url)
        async with httpx.AsyncClient(headers=self.headers) as client:
            response = await client.request(method, url, **kwargs)
        return response.json()

    async def assert_company(self, domain: str, values: dict):
        return await self._request(  # call: PUT /v2/objects/{object}/records
            "PUT",
            "objects/companies/records",
            params={"matching_attribute": "domains"},
            json={"data": {"values": {"domains": [domain], **values}}},
        )


attio_client = AttioClient()
