"""Everyone who calls the function hands it a mock."""
# expects nothing
from unittest.mock import MagicMock


def notes(http):
    return http.get("/v2/notes")


def tasks(http, base="/attio"):
    return notes(http) or http.request("GET", base + "/tasks")


tasks(MagicMock())
tasks(MagicMock(), base="https://api.attio.com/v2")
