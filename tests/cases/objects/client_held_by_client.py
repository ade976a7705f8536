import requests


class HTTP:
    def __init__(self, base):
        self.base = base
        self.session = requests.Session()

    def get(self, path, **kw):
        return self.session.get(self.base + path, **kw)

    def post(self, path, **kw):
        return self.session.post(self.base + path, **kw)


class Attio:
    def __init__(self, token, http=None):
        self.http = http or HTTP("https://api.attio.com/v2")
        self.records = Records(self)
        self.notes = Notes(client=self)


class Records:
    def __init__(self, parent):
        self.parent = parent
        self.http = parent.http

    def get(self, slug, rid):
        return self.http.get(f"/objects/{slug}/records/{rid}")  # call: GET /v2/objects/{object}/records/{record_id}


class Notes:
    def __init__(self, client):
        self._c = client

    def create(self, data):
        return self._c.http.post("/notes", json=data)  # call: POST /v2/notes

    def for_record(self, slug, rid):
        self._c.records.get(slug, rid)
        return self._c.http.get("/notes", params={"parent_object": slug})  # call: GET /v2/notes


a = Attio("t")
a.records.get("people", "1")
a.http.session.get(a.http.base + "/self")  # call: GET /v2/self
