from ._base import SyncResource


class Webhooks(SyncResource):
    _path = "/webhooks"

    def list(self) -> list:
        return self._transport.request("GET", self._path)["data"]  # call: GET /v2/webhooks

    def create(self, target_url: str, subscriptions: list) -> dict:
        return self._transport.request("POST", self._path, json={"data": {"target_url": target_url}})  # call: POST /v2/webhooks

    def delete(self, webhook_id: str) -> None:
        self._transport.request("DELETE", f"{self._path}/{webhook_id}")  # call: DELETE /v2/webhooks/{webhook_id}
