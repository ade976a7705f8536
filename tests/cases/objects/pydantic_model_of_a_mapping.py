"""A model that is made of a mapping, or of its text, as by its constructor."""
import requests
from pydantic import BaseModel


class Settings(BaseModel):
    base: str
    path: str = "/notes"


def main():
    given = Settings.model_validate({"base": "https://api.attio.com/v2"})
    requests.get(given.base + given.path)  # call: GET /v2/notes
    written = Settings.model_validate_json('{"base": "https://api.attio.com/v2", "path": "/tasks"}')
    requests.get(written.base + written.path)  # call: GET /v2/tasks
    older = Settings.parse_obj({"base": "https://api.attio.com/v2", "path": "/lists"})
    requests.get(older.base + older.path)  # call: GET /v2/lists
    other = Settings.model_validate({"base": "https://api.hubapi.com"})
    requests.get(other.base + other.path)
