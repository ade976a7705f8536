"""An empty text that a branch replaces is no segment of its own: one call, at the one place."""
import requests


def record(slug, key):
    return requests.get(f"https://api.attio.com/v2/objects/{slug}/records/{key}")  # call: GET /v2/objects/{object}/records/{record_id}


def handle(event):
    slug = key = ""
    for name, value in event.items():
        if name == "object":
            slug = value
        elif name == "record":
            key = value
    return record(slug, key)


def handle_default(event, slug=""):
    return record(slug or "people", event.get("id", ""))
