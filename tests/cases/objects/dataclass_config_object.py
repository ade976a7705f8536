"""A frozen dataclass with the settings is given to the client."""
from dataclasses import dataclass

import requests


@dataclass(frozen=True)
class Config:
    token: str
    host: str = "https://api.attio.com"
    version: str = "v2"


class Client:
    def __init__(self, config: Config):
        self.config = config

    def _url(self, path: str) -> str:
        return f"{self.config.host}/{self.config.version}/{path}"

    def create_note(self, data):
        return requests.post(self._url("notes"), json={"data": data})  # call: POST /v2/notes

    def delete_note(self, note_id):
        return requests.delete(self._url(f"notes/{note_id}"))  # call: DELETE /v2/notes/{note_id}
