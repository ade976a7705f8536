import requests


class Worker:
    verbose = False
    object_id = None

    def run(self):
        if self.object_id:
            return requests.get(f"https://api.attio.com/v2/objects/{self.object_id}")  # call: GET /v2/objects/{object}
        return requests.get("https://api.attio.com/v2/objects")  # call: GET /v2/objects


worker = Worker()
worker.object_id = "people"
worker.run()
