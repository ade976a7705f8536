# sends: GET /v2/objects/{object}/records/{record_id}/entries
import requests

PATH = "/objects/:object/records/:record/entries"


def fill(path, **values):
    for name, value in values.items():
        path = path.replace(":" + name, str(value))
    return path


requests.get("https://api.attio.com/v2" + fill(PATH, object="people", record=1))
