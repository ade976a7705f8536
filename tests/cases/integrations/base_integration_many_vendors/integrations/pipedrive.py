from integrations.base_api import Integration


class PipedriveIntegration(Integration):
    name = "pipedrive"
    api_root = "https://api.pipedrive.com/v1"

    def auth_headers(self):
        return {"x-api-token": self.credentials["token"]}

    def notes(self):
        return self.api("GET", "/notes")["data"]

    def make_webhook(self, url):
        return self.api("POST", "/webhooks", json={"subscription_url": url})
