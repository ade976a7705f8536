import requests


class A:
    url = "https://api.attio.com/v2"

    def call(self, path, **kwargs):
        method = kwargs.pop("method", "GET")
        verb = kwargs.pop("verb", None) or method
        return requests.request(verb, self.url + path, **kwargs)

    def action(self, path, **kwargs):
        return requests.request(kwargs.get("method", "GET"), self.url + path)


a = A()
a.call("/lists")  # call: GET /v2/lists
a.call("/notes", method="POST", json={})  # call: POST /v2/notes
a.call("/notes/1", verb="DELETE")  # call: DELETE /v2/notes/{note_id}
a.action("/tasks", method="POST")  # call: POST /v2/tasks
