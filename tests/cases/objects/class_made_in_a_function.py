import requests


def views(slug):
    base = f"https://api.attio.com/v2/objects/{slug}"
    session = requests.Session()

    class View:
        def schema(self):
            return session.get(base)  # call: GET /v2/objects/{object}

        def record(self, key):
            return session.get(f"{base}/records/{key}")  # call: GET /v2/objects/{object}/records/{record_id}

    return View()


def main():
    people = views("people")
    people.schema()
    people.record("1")
