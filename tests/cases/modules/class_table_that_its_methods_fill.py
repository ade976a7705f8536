import requests


class Routes:
    table = {}
    order = []

    @classmethod
    def add(cls, name, verb, tail):
        cls.table[name] = (verb, tail)
        cls.order.append(tail)

    @classmethod
    def run(cls, name):
        verb, tail = cls.table[name]
        return requests.request(verb, "https://api.attio.com/v2" + tail)


Routes.add("drop", "DELETE", "/tasks/1")
Routes.run("drop")  # call-or-unresolved: DELETE /v2/tasks/{task_id}
