import requests


class Endpoints:
    BASE = "https://api.attio.com/v2"
    NOTES = BASE + "/notes"
    RECORD = BASE + "/objects/{}/records/{}"


requests.get(Endpoints.NOTES)  # call: GET /v2/notes
requests.get(Endpoints.RECORD.format("people", "1"))  # call: GET /v2/objects/{object}/records/{record_id}
