"""Endpoints as descriptors on a client class."""
import requests


class Endpoint:
    def __init__(self, method, path):
        self.method = method
        self.path = path

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        def call(json=None, **ids):
            return instance.request(self.method, self.path.format(**ids), json=json)

        return call


class Attio:
    list_objects = Endpoint("GET", "/objects")
    get_record = Endpoint("GET", "/objects/{slug}/records/{record_id}")
    create_task = Endpoint("POST", "/tasks")

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def request(self, method, path, **kw):
        return self.session.request(method, "https://api.attio.com/v2" + path, **kw)


attio = Attio("t")
attio.list_objects()  # call: GET /v2/objects
attio.get_record(slug="people", record_id="1")  # call: GET /v2/objects/{object}/records/{record_id}
attio.create_task(json={})  # call: POST /v2/tasks
