# sends: GET /v2/objects, DELETE /v2/tasks/{task_id}
# may: POST /v2/lists
# argv: schema drop
import sys

import httpx

OPERATIONS = {"schema": ("GET", "/objects"), "drop": ("DELETE", "/tasks/1"), "list": ("POST", "/lists")}


class Client:
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")

    def call(self, verb, path):
        return self.http.request(verb, path)


def main():
    client = Client()
    for name in sys.argv[1:]:
        client.call(*OPERATIONS[name])


main()
