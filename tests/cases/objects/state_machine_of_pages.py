"""Pagers as iterator classes: __iter__, __next__ and __aiter__ send."""
import requests

BASE = "https://api.attio.com/v2"


class Pager:
    def __init__(self, path, method="GET", limit=50):
        self.path, self.method, self.limit = path, method, limit
        self.offset = 0

    def __iter__(self):
        return self

    def __next__(self):
        r = requests.request(self.method, f"{BASE}{self.path}", params={"limit": self.limit, "offset": self.offset})  # call: GET /v2/notes | GET /v2/tasks
        rows = r.json()["data"]
        if not rows:
            raise StopIteration
        self.offset += self.limit
        return rows


class Query:
    def __init__(self, slug):
        self.slug = slug

    def __iter__(self):
        for offset in range(0, 10_000, 500):
            yield from requests.post(f"{BASE}/objects/{self.slug}/records/query", json={"offset": offset}).json()["data"]  # call: POST /v2/objects/{object}/records/query

    def __len__(self):
        return requests.get(f"{BASE}/objects/{self.slug}").json()["count"]  # call: GET /v2/objects/{object}

    def __getitem__(self, record_id):
        return requests.get(f"{BASE}/objects/{self.slug}/records/{record_id}").json()  # call: GET /v2/objects/{object}/records/{record_id}


for page in Pager("/notes"):
    print(page)
first = next(Pager("/tasks"))
for row in Query("people"):
    print(row)
