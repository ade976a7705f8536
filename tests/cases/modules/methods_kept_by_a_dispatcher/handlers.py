from functools import singledispatchmethod

from events import Created, Gone


class Mirror:
    def __init__(self, api):
        self.api = api

    @singledispatchmethod
    def handle(self, event):
        raise NotImplementedError

    @handle.register
    def _(self, event: Created):
        self.api.get("/objects/people/records/1")  # call: GET /v2/objects/{object}/records/{record_id}

    @handle.register(Gone)
    def _(self, event):
        self.api.delete("/notes/1")  # call: DELETE /v2/notes/{note_id}

    @property
    def last(self):
        return None

    @last.setter
    def last(self, event):
        self.api.delete("/tasks/1")  # call: DELETE /v2/tasks/{task_id}

    def twice(self):
        self.api.get("/tasks")  # never: the next one takes its name

    def twice(self):
        self.api.get("/lists")  # call: GET /v2/lists
