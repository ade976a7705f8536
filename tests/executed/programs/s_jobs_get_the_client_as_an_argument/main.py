# sends: GET /v2/tasks, POST /v2/comments
import requests

import jobs.comments
import jobs.tasks


class Attio:
    def __init__(self):
        self.session = requests.Session()

    def call(self, verb, tail, **more):
        return self.session.request(verb, "https://api.attio.com/v2" + tail, **more)


if __name__ == "__main__":
    crm = Attio()
    jobs.tasks.run(crm)
    jobs.comments.run(crm)
