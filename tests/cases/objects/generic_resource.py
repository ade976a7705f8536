"""A generic resource class in the manner of typed clients."""
from typing import Generic, TypeVar

import httpx

T = TypeVar("T")


class BaseResource(Generic[T]):
    def __init__(self, client: "AttioClient") -> None:
        self._client = client

    def _get(self, path: str, **params) -> dict:
        return self._client._request("GET", path, params=params)

    def _post(self, path: str, body: dict) -> dict:
        return self._client._request("POST", path, json=body)


class TasksResource(BaseResource[dict]):
    def list(self) -> dict:
        return self._get("/tasks")  # call: GET /v2/tasks

    def create(self, body: dict) -> dict:
        return self._post("/tasks", {"data": body})  # call: POST /v2/tasks


class AttioClient:
    def __init__(self, api_key: str, *, base_url: str = "https://api.attio.com/v2", timeout: float = 30) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=timeout, headers={"Authorization": f"Bearer {api_key}"})
        self._tasks: TasksResource | None = None

    @property
    def tasks(self) -> TasksResource:
        if self._tasks is None:
            self._tasks = TasksResource(self)
        return self._tasks

    def _request(self, method: str, path: str, **kwargs) -> dict:
        response = self._http.request(method, path, **kwargs)
        return response.json()
