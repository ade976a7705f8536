# sends: POST /v2/webhooks
import requests


class Application:
    def __init__(self, root):
        self.root = root

    def hooks(self):
        root = self.root

        class Hooks:
            def add(self, target):
                return requests.post(root + "/webhooks", json={"target_url": target})

        return Hooks()


Application("https://api.attio.com/v2").hooks().add("https://example.org")
