from .transport import send


class Activity:
    def __init__(self, slug):
        self.slug = slug

    def add(self, values):
        return send("POST", self.slug, "records", json={"data": {"values": values}})

    def upsert(self, values):
        return send("PUT", self.slug, "records", json={"data": {"values": values}}, params={"matching_attribute": "subject"})

    def read(self, record_id):
        return send("GET", self.slug, "records", record_id)

    def change(self, record_id, values):
        return send("PATCH", self.slug, "records", record_id, json={"data": {"values": values}})

    def replace(self, record_id, values):
        return send("PUT", self.slug, "records", record_id, json={"data": {"values": values}})

    def drop(self, record_id):
        return send("DELETE", self.slug, "records", record_id)

    def search(self):
        yield from send("POST", self.slug, "records", "query", json={})["data"]
