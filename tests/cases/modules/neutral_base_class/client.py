from verbs import Verbs


class Attio(Verbs):
    root = "https://api.attio.com/v2"

    def hooks(self):
        return self.get("/webhooks")  # call: GET /v2/webhooks


class Close(Verbs):
    root = "https://api.close.com/api/v1"

    def hooks(self):
        return self.get("/webhook")
