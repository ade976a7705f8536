from integrations.base_api import Integration


class AttioIntegration(Integration):
    name = "attio"
    api_root = "https://api.attio.com/v2"

    def auth_headers(self):
        return {"Authorization": f"Bearer {self.credentials['token']}"}

    def objects(self):
        return self.api("GET", "/objects")["data"]  # call: GET /v2/objects

    def make_webhook(self, url):
        subscriptions = [{"event_type": "record.created", "filter": None}]
        return self.api("POST", "/webhooks", json={"data": {"target_url": url, "subscriptions": subscriptions}})  # call: POST /v2/webhooks
