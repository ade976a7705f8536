class Resource:
    path = ""

    def __init__(self, transport):
        self._transport = transport

    def list(self, **query):
        return self._transport.send("GET", self.path, query=query)

    def get(self, ident):
        return self._transport.send("GET", f"{self.path}/{ident}")


class Notes(Resource):
    path = "/notes"

    def create(self, body):
        return self._transport.send("POST", self.path, {"data": body})  # call: POST /v2/notes


class Tasks(Resource):
    path = "/tasks"

    def done(self, ident):
        return self._transport.send("PATCH", f"{self.path}/{ident}", {"data": {"is_completed": True}})  # call: PATCH /v2/tasks/{task_id}
