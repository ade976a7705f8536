# expects nothing
def check(sync):
    calls = []

    class Session:
        base = "https://api.attio.com/v2"

        def get(self, tail):
            calls.append(("GET", self.base + tail))

        def post(self, tail, json=None):
            calls.append(("POST", self.base + tail))

    session = Session()
    session.get("/notes")
    session.post("/tasks")
    assert calls
