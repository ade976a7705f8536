import requests


class Context:
    def __init__(self):
        self.base = "https://api.attio.com/v2"
        self.session = requests.Session()


def objects(context):
    context.session.get(context.base + "/objects")  # call: GET /v2/objects


def lists(context):
    context.session.get(context.base + "/lists")  # call: GET /v2/lists


STEPS = (objects, lists)


def run():
    context = Context()
    for step in STEPS:
        step(context)
