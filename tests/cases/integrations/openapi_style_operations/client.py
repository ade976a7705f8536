from dataclasses import dataclass

import httpx


@dataclass(frozen=True)
class Operation:
    method: str
    template: str


class Operations:
    LIST_ENTRIES = Operation("POST", "/lists/{list}/entries/query")
    GET_RECORD = Operation("GET", "/objects/{object}/records/{record_id}")
    LIST_THREADS = Operation("GET", "/threads")


class Client:
    def __init__(self, token: str) -> None:
        self._client = httpx.Client(base_url="https://api.attio.com/v2/", auth=lambda request: request)

    def invoke(self, operation: Operation, body=None, query=None, **ids: str):
        path = operation.template.format(**ids)
        return self._client.request(operation.method, path, json=body, params=query)


client = Client("t")
client.invoke(Operations.LIST_ENTRIES, {"limit": 5}, list="deals")  # call: POST /v2/lists/{list}/entries/query
client.invoke(Operations.GET_RECORD, object="people", record_id="1")  # call: GET /v2/objects/{object}/records/{record_id}
client.invoke(Operations.LIST_THREADS, query={"record_id": "1"})  # call: GET /v2/threads
