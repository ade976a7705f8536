"""Known gap: of the methods that a metaclass makes of a table in the class body, each has the endpoints of all. What the class sends by itself is found."""
import httpx


class Endpoints(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        for key, spec in namespace.get("endpoints", {}).items():
            setattr(cls, key, mcs.make(*spec))
        return cls

    @staticmethod
    def make(verb, template):
        def call(self, *ids, **options):
            return self.send(verb, template.format(*ids), **options)

        return call


class Attio(metaclass=Endpoints):
    endpoints = {"list_lists": ("GET", "/lists"), "delete_note": ("DELETE", "/notes/{}")}

    def send(self, verb, path, **options):
        return httpx.request(verb, f"https://api.attio.com/v2{path}", **options).json()


attio = Attio()
attio.list_lists()  # todo-call: GET /v2/lists
attio.delete_note("1")  # todo-call: DELETE /v2/notes/{note_id}
attio.send("POST", "/notes", json={})  # call: POST /v2/notes
