import requests

BASE = "https://api.attio.com/v2"


def sync(event, settings):
    requests.patch(  # call: PATCH /v2/objects/{object}/records/{record_id}
        f"{BASE}/objects/{settings.object_slug}/records/{event['id']['record_id']}",
        json={"data": {"values": event["values"]}},
    )
    requests.get(f"{BASE}/notes/{event['id']['note_id']}")  # call: GET /v2/notes/{note_id}
    requests.get(f"{BASE}/tasks/{str(event['id'])}")  # call: GET /v2/tasks/{task_id}
