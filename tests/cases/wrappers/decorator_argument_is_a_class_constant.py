import requests


def route(path):
    def decorate(function):
        def inner(self):
            return requests.get("https://api.attio.com/v2" + path)

        return inner

    return decorate


class Api:
    TASKS = "/tasks"
    PREFIX = "/objects"

    @route(TASKS)  # call: GET /v2/tasks
    def tasks(self): ...

    @route(PREFIX + "/people")  # call: GET /v2/objects/{object}
    def people(self): ...
