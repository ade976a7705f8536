from enum import Enum
import requests

BASE = "https://api.attio.com/v2"


class Kind(str, Enum):
    PERSON = "people"
    COMPANY = "companies"

    @property
    def url(self):
        return f"{BASE}/objects/{self.value}/records"


class Action(Enum):
    QUERY = "query"
    MERGE = "merge"


PATHS = {Action.QUERY: "records/query", Action.MERGE: "records/merge"}


def run(kind: Kind):
    requests.post(f"{kind.url}/query")  # call: POST /v2/objects/{object}/records/query
    requests.put(kind.url)  # call: PUT /v2/objects/{object}/records


run(Kind.PERSON)
for k in Kind:
    requests.get(f"{BASE}/objects/{k.value}")  # call: GET /v2/objects/{object}
requests.post(f"{BASE}/objects/people/{PATHS[Action.QUERY]}")  # call: POST /v2/objects/{object}/records/query
requests.post(f"{BASE}/objects/{Kind['PERSON'].value}/records/query")  # call: POST /v2/objects/{object}/records/query
requests.get(f"{BASE}/objects/{Kind('people')}")  # call: GET /v2/objects/{object}
