"""An attrs class."""
import attrs
import requests


@attrs.define
class Crm:
    token: str
    base: str = "https://api.attio.com/v2"
    session: requests.Session = attrs.field(factory=requests.Session)

    def webhooks(self):
        return self.session.get(self.base + "/webhooks")  # call: GET /v2/webhooks

    def add_webhook(self, target):
        return self.session.post(self.base + "/webhooks", json={"data": {"target_url": target}})  # call: POST /v2/webhooks
