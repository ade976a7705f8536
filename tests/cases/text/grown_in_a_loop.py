import requests

BASE = "https://api.attio.com/v2"


def walk(names):
    parts = [BASE, "lists"]
    for name in names:
        parts.append(name)
    # How many segments there are is not known.
    return requests.get("/".join(parts))  # unresolved
