import requests

BASE = "https://api.attio.com/v2"


class Api:
    def _send(self, verb, path, body=None):
        return requests.request(verb, BASE + path, json=body)

    def upsert(self, slug, values, attribute):
        path = f"/objects/{slug}/records"
        path += f"?matching_attribute={attribute}"
        payload = {"data": {"values": values}}
        result = self._send("PUT", path, payload)  # call: PUT /v2/objects/{object}/records
        return result.json()

    def remove(self, slug, record):
        method = "DELETE"
        endpoint = "/objects/" + slug + "/records/" + record
        self._send(method, endpoint)  # call: DELETE /v2/objects/{object}/records/{record_id}
