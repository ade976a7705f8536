"""A subclass of httpx.Client that passes the base URL up."""
import httpx


class Attio(httpx.Client):
    def __init__(self, token):
        super().__init__(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})

    def objects(self):
        return self.get("/objects")  # call: GET /v2/objects


class Stripe(httpx.Client):
    def __init__(self, token):
        super().__init__(base_url="https://api.stripe.com/v2")

    def objects(self):
        return self.get("/objects")


Attio("t").post("/webhooks", json={})  # call: POST /v2/webhooks
