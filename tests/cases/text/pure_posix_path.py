from pathlib import PurePosixPath
import requests

BASE = "https://api.attio.com"
ROOT = PurePosixPath("/v2")


def note(i):
    return requests.get(BASE + str(ROOT / "notes" / i))  # call: GET /v2/notes/{note_id}


def lists():
    return requests.get(f"{BASE}{ROOT / 'lists'}")  # call: GET /v2/lists


def tasks():
    return requests.get(BASE + ROOT.joinpath("tasks").as_posix())  # call: GET /v2/tasks
