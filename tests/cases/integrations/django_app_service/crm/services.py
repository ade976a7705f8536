import logging

import requests
from django.conf import settings

logger = logging.getLogger(__name__)


class AttioService:
    BASE_URL = getattr(settings, "ATTIO_BASE_URL", "https://api.attio.com/v2")

    @property
    def headers(self):
        return {"Authorization": f"Bearer {settings.ATTIO_API_KEY}"}

    def _make_request(self, method, endpoint, data=None, params=None):
        url = f"{self.BASE_URL}/{endpoint}"
        try:
            response = requests.request(method=method, url=url, headers=self.headers, json=data, params=params, timeout=10)
            response.raise_for_status()
        except requests.exceptions.RequestException:
            logger.exception("Attio request failed: %s %s", method, endpoint)
            return None
        return response.json()

    def create_or_update_person(self, email, **values):
        params = {"matching_attribute": "email_addresses"}
        return self._make_request("PUT", "objects/people/records", data={"data": {"values": values}}, params=params)  # call: PUT /v2/objects/{object}/records

    def add_to_list(self, list_slug, record_id):
        entry = {"data": {"parent_record_id": record_id, "parent_object": "people", "entry_values": {}}}
        return self._make_request("POST", f"lists/{list_slug}/entries", data=entry)  # call: POST /v2/lists/{list}/entries
