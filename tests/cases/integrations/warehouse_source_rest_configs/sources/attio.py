from collections.abc import Iterator
from typing import Any

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from sources.settings import ATTIO_ENDPOINTS

ATTIO_BASE_URL = "https://api.attio.com/v2"


class AttioRetryableError(Exception):
    pass


def _headers(api_key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {api_key}", "Accept": "application/json"}


def validate_credentials(api_key: str) -> bool:
    try:
        response = requests.get(f"{ATTIO_BASE_URL}/self", headers=_headers(api_key), timeout=10)  # call: GET /v2/self
        return response.status_code == 200
    except Exception:
        return False


def get_rows(api_key: str, endpoint: str, logger: Any) -> Iterator[list[dict[str, Any]]]:
    config = ATTIO_ENDPOINTS[endpoint]
    url = f"{ATTIO_BASE_URL}{config.path}"
    offset = 0

    @retry(retry=retry_if_exception_type(AttioRetryableError), stop=stop_after_attempt(5), wait=wait_exponential_jitter())
    def fetch_page(page_offset: int) -> list[dict[str, Any]]:
        body = {"limit": config.page_size, "offset": page_offset}
        if config.method == "POST":
            response = requests.post(url, headers=_headers(api_key), json=body, timeout=60)  # call: POST /v2/objects/{object}/records/query
        else:
            response = requests.get(url, headers=_headers(api_key), params=body, timeout=60)  # call: GET /v2/lists | GET /v2/notes | GET /v2/tasks | GET /v2/workspace_members
        if response.status_code == 429 or response.status_code >= 500:
            raise AttioRetryableError(response.text)
        response.raise_for_status()
        return response.json().get("data", [])

    while True:
        items = fetch_page(offset)
        if not items:
            break
        yield items
        offset += len(items)
