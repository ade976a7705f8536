"""A client with resources that keep its bound methods, request options as an object, an optional client handed in, lazy resources."""
from __future__ import annotations

import os
from functools import cached_property
from typing import Any, Mapping, Type, TypeVar

import httpx

T = TypeVar("T")


class FinalRequestOptions:
    def __init__(self, method: str, url: str, *, json_data: Any = None, params: Mapping[str, Any] | None = None):
        self.method = method
        self.url = url
        self.json_data = json_data
        self.params = params or {}

    @classmethod
    def construct(cls, **values: Any) -> "FinalRequestOptions":
        return cls(**values)


def make_request_options(*, query: dict | None = None, extra_headers: dict | None = None) -> dict:
    options: dict[str, Any] = {}
    if extra_headers is not None:
        options["headers"] = extra_headers
    if query is not None:
        options["params"] = query
    return options


class SyncAPIClient:
    _client: httpx.Client

    def __init__(self, *, base_url: str | httpx.URL, timeout: float = 60, http_client: httpx.Client | None = None) -> None:
        self._base_url = self._enforce_trailing_slash(httpx.URL(base_url))
        self._client = http_client or httpx.Client(base_url=base_url, timeout=timeout)

    @staticmethod
    def _enforce_trailing_slash(url: httpx.URL) -> httpx.URL:
        if url.raw_path.endswith(b"/"):
            return url
        return url.copy_with(raw_path=url.raw_path + b"/")

    def _prepare_url(self, url: str) -> httpx.URL:
        merge_url = httpx.URL(url)
        if merge_url.is_relative_url:
            merge_raw_path = self._base_url.raw_path + merge_url.raw_path.lstrip(b"/")
            return self._base_url.copy_with(raw_path=merge_raw_path)
        return merge_url

    def _build_request(self, options: FinalRequestOptions) -> httpx.Request:
        return self._client.build_request(method=options.method, url=options.url, json=options.json_data, params=options.params)

    def request(self, cast_to: Type[T], options: FinalRequestOptions, *, stream: bool = False) -> Any:
        for attempt in range(3):
            request = self._build_request(options)
            try:
                response = self._client.send(request, stream=stream)
            except httpx.TimeoutException:
                continue
            if response.status_code >= 500 and attempt < 2:
                continue
            return response.json()
        raise RuntimeError("gave up")

    def get(self, path: str, *, cast_to: Type[T], options: dict = {}) -> Any:
        opts = FinalRequestOptions.construct(method="get", url=path, **options)
        return self.request(cast_to, opts)

    def post(self, path: str, *, cast_to: Type[T], body: Any = None, options: dict = {}) -> Any:
        opts = FinalRequestOptions.construct(method="post", url=path, json_data=body, **options)
        return self.request(cast_to, opts)

    def delete(self, path: str, *, cast_to: Type[T], options: dict = {}) -> Any:
        opts = FinalRequestOptions.construct(method="delete", url=path, **options)
        return self.request(cast_to, opts)


class SyncAPIResource:
    _client: "Attio"

    def __init__(self, client: "Attio") -> None:
        self._client = client
        self._get = client.get
        self._post = client.post
        self._delete = client.delete


class Notes(SyncAPIResource):
    def create(self, *, title: str, extra_headers: dict | None = None) -> dict:
        return self._post(  # call: POST /v2/notes
            "/v2/notes",
            body={"data": {"title": title}},
            options=make_request_options(extra_headers=extra_headers),
            cast_to=dict,
        )

    def delete(self, note_id: str) -> dict:
        if not note_id:
            raise ValueError(note_id)
        return self._delete(f"/v2/notes/{note_id}", cast_to=dict)  # call: DELETE /v2/notes/{note_id}


class Records(SyncAPIResource):
    def query(self, object: str, *, limit: int = 10) -> dict:
        return self._post(f"/v2/objects/{object}/records/query", body={"limit": limit}, cast_to=dict)  # call: POST /v2/objects/{object}/records/query


class Objects(SyncAPIResource):
    @cached_property
    def records(self) -> Records:
        return Records(self._client)

    def list(self) -> dict:
        return self._get("/v2/objects", cast_to=dict)  # call: GET /v2/objects


class Attio(SyncAPIClient):
    api_key: str

    def __init__(self, *, api_key: str | None = None, base_url: str | None = None) -> None:
        if api_key is None:
            api_key = os.environ.get("ATTIO_API_KEY")
        if api_key is None:
            raise RuntimeError("no key")
        self.api_key = api_key
        if base_url is None:
            base_url = os.environ.get("ATTIO_BASE_URL")
        if base_url is None:
            base_url = "https://api.attio.com"
        super().__init__(base_url=base_url)

    @cached_property
    def notes(self) -> Notes:
        return Notes(self)

    @cached_property
    def objects(self) -> Objects:
        return Objects(self)


client = Attio()
client.notes.create(title="x")
client.objects.records.query("people")
client.objects.list()
client.notes.delete("1")
