import requests


class Bag:
    def __init__(self, **given):
        for name, value in given.items():
            setattr(self, name, value)


class Updated:
    def __init__(self, **given):
        self.__dict__.update(given)


class Merged:
    def __init__(self, **given):
        vars(self).update({"tail": "/self", **given})


bag = Bag(base="https://api.attio.com/v2")
updated = Updated(base="https://api.attio.com/v2")
merged = Merged(base="https://api.attio.com/v2")
requests.get(bag.base + "/notes")  # call: GET /v2/notes
requests.get(updated.base + "/tasks")  # call: GET /v2/tasks
requests.get(merged.base + merged.tail)  # call: GET /v2/self
