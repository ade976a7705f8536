from client import app


def step():
    app.crm.request("DELETE", "/notes/1")  # call: DELETE /v2/notes/{note_id}


class State:
    api = None


STATE = State()


def configure():
    STATE.api = app.crm


def after_it():
    configure()
    return STATE.api.request("DELETE", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}


def main():
    step()
    after_it()


if __name__ == "__main__":
    main()
