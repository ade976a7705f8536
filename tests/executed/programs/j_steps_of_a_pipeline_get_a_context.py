# sends: GET /v2/objects/{object}, POST /v2/objects/{object}/records/query
import requests


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)

    def post(self, path, body):
        return requests.post("https://api.attio.com/v2" + path, json=body)


class Context:
    def __init__(self):
        self.crm = Attio()
        self.rows = []


def schema(context):
    context.crm.get("/objects/deals")


def rows(context):
    context.rows = context.crm.post("/objects/deals/records/query", {}).json()["data"]


STEPS = [schema, rows]


def run():
    context = Context()
    for step in STEPS:
        step(context)


run()
