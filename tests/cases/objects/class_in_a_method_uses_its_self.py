import requests


class App:
    def __init__(self, base="https://api.attio.com/v2"):
        self.base = base

    def worker(app):
        class Worker:
            def run(self):
                return requests.get(app.base + "/meetings")  # call: GET /v2/meetings

        return Worker()


App().worker().run()
