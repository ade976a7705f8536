import requests


class Session:
    BASE = "https://api.attio.com/v2"

    def __init__(self):
        self.me = None
        self.ready = False
        self.pending = []

    def login(self):
        self.me = requests.get(f"{self.BASE}/self").json()  # call: GET /v2/self
        self.ready = True

    def run(self):
        if self.me is not None:
            requests.get(f"{self.BASE}/lists")  # call: GET /v2/lists
        if not self.ready:
            requests.get(f"{self.BASE}/objects")  # call: GET /v2/objects
        if self.ready:
            requests.get(f"{self.BASE}/tasks")  # call: GET /v2/tasks
        if self.pending:
            requests.post(f"{self.BASE}/notes", json=self.pending)  # call: POST /v2/notes
