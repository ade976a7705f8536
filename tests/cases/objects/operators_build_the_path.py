"""A path object of the project's own: `/` adds a segment, `[]` too, and an f-string writes it out."""
import requests


class Path:
    def __init__(self, text):
        self.text = text

    def __truediv__(self, segment):
        return Path(f"{self.text}/{segment}")

    def __getitem__(self, segment):
        return Path(f"{self.text}/{segment}")

    def __str__(self):
        return self.text


api = Path("https://api.attio.com/v2")
other = Path("https://api.example.com/v2")


def record(slug, key):
    return requests.get(str(api / "objects" / slug / "records" / key), timeout=10)  # call: GET /v2/objects/{object}/records/{record_id}


requests.get(f"{api / 'lists'}", timeout=10)  # call: GET /v2/lists
requests.post(f"{api['notes']}", json={}, timeout=10)  # call: POST /v2/notes
requests.get(str(other / "lists"), timeout=10)
