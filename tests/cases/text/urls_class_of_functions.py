import requests


class URLs:
    HOST = "https://api.attio.com/v2"

    @staticmethod
    def record(slug, rid):
        return f"{URLs.HOST}/objects/{slug}/records/{rid}"

    @classmethod
    def notes(cls):
        return cls.HOST + "/notes"

    query = staticmethod(lambda slug: f"{URLs.HOST}/objects/{slug}/records/query")
    LIST = HOST + "/lists/%s"


requests.get(URLs.record("people", "1"))  # call: GET /v2/objects/{object}/records/{record_id}
requests.post(URLs.notes())  # call: POST /v2/notes
requests.post(URLs.query("people"))  # call: POST /v2/objects/{object}/records/query
requests.get(URLs.LIST % "deals")  # call: GET /v2/lists/{list}
requests.get(URLs().notes())  # call: GET /v2/notes
