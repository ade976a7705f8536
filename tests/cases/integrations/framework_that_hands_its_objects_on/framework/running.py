"""Functions that get the objects."""


def run_one(service, times):
    for _ in range(times):
        again(service)


def again(one):
    one.collect("/notes")  # call: GET /v2/notes


def poll(every, service):
    service.collect("/tasks")  # call: GET /v2/tasks


def from_setting(service, settings):
    service.collect(settings["path"])  # unresolved


def watch(service):
    print(service.name)


class Runner:
    def run(self, service):
        service.collect("/webhooks")  # call: GET /v2/webhooks
