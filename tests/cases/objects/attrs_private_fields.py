from attrs import define, field
import httpx


@define
class Client:
    _base_url: str = field(alias="base_url")
    _client: object = field(default=None, init=False)

    def http(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(base_url=self._base_url)
        return self._client


c = Client(base_url="https://api.attio.com")
c.http().request(method="get", url="/v2/notes")  # call: GET /v2/notes
