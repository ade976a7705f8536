import requests

BASE = "https://api.attio.com/v2"


def record_url(slug, record_id=None):
    url = f"{BASE}/objects/{slug}/records"
    return f"{url}/{record_id}" if record_id else url


def remove(record_id):
    # Whether record_id is empty is not known, but DELETE has only one of the two paths.
    requests.delete(record_url("people", record_id=record_id))  # call: DELETE /v2/objects/{object}/records/{record_id}
