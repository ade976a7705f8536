from state import State, current


def notes(state: State):
    state.client.send("GET", "/notes")  # call: GET /v2/notes


def tasks(registry):
    current(registry).send("GET", "/tasks")  # call: GET /v2/tasks
