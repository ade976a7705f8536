"""Resources with a nested Meta class, registered by __init_subclass__."""
import requests


class Resource:
    registry = {}

    class Meta:
        path = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Resource.registry[cls.__name__.lower()] = cls

    def __init__(self, session):
        self.session = session

    @property
    def url(self):
        return f"https://api.attio.com/v2/{self.Meta.path}"


class Note(Resource):
    class Meta:
        path = "notes"

    def create(self, data):
        return self.session.post(self.url, json={"data": data})  # call: POST /v2/notes

    def delete(self, note_id):
        return self.session.delete(f"{self.url}/{note_id}")  # call: DELETE /v2/notes/{note_id}


class Task(Resource):
    class Meta:
        path = "tasks"

    def create(self, data):
        return self.session.post(self.url, json={"data": data})  # call: POST /v2/tasks


session = requests.Session()
Note(session).create({})
Task(session).create({})
