import requests


class Http:
    def __init__(self, root):
        self.root = root

    def __getattr__(self, name):
        def call(path):
            return requests.request(name.upper(), self.root + path)

        return call


class Rest:
    def __init__(self, root):
        self.root = root

    def __truediv__(self, part):
        return Rest(f"{self.root}/{part}")

    def get(self):
        return requests.get(self.root)


def both(http):
    http.get("/notes/1")
    http.delete("/tasks/1")


def below(target):
    records = target / "objects" / "people" / "records"
    (records / "1").get()
    pair = [target / "lists", target / "tasks"]
    pair[0].get()


both(Http("https://api.attio.com/v2"))  # call: GET /v2/notes/{note_id} | DELETE /v2/tasks/{task_id}
both(Http("https://api.example.com"))
below(Rest("https://api.attio.com/v2"))  # call: GET /v2/objects/{object}/records/{record_id} | GET /v2/lists
below(Rest("https://api.example.com"))
