# sends: GET /v2/objects/{object}/records/{record_id}, PUT /v2/objects/{object}/records/{record_id}, DELETE /v2/objects/{object}/records/{record_id}
import httpx


class Record:
    http = httpx.Client(base_url="https://api.attio.com/v2/")

    def __init__(self, slug, key):
        self.where = f"objects/{slug}/records/{key}"

    @property
    def values(self):
        return self.http.get(self.where).json()["data"]

    @values.setter
    def values(self, new):
        self.http.put(self.where, json={"data": {"values": new}})

    @values.deleter
    def values(self):
        self.http.delete(self.where)


def main():
    record = Record("deals", "1")
    print(record.values)
    record.values = {"name": "x"}
    del record.values


main()
