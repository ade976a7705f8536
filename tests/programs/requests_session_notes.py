import os

import requests

API = "https://api.attio.com/v2"

session = requests.Session()
session.headers["Authorization"] = "Bearer " + os.environ["ATTIO_TOKEN"]


def notes_of(record_id):
    answer = session.get(API + "/notes", params={"parent_object": "people", "parent_record_id": record_id})
    answer.raise_for_status()
    return answer.json()["data"]


def rewrite(record_id):
    for note in notes_of(record_id):
        note_id = note["id"]["note_id"]
        session.get(f"{API}/notes/{note_id}").raise_for_status()
        session.patch(f"{API}/notes/{note_id}", json={"data": {"title": "Call"}}).raise_for_status()
        session.delete(f"{API}/notes/{note_id}").raise_for_status()
    session.post(API + "/notes", json={"data": {"parent_object": "people", "parent_record_id": record_id}}).raise_for_status()


rewrite("11111111-aaaa-4bbb-8ccc-ddddeeeeffff")
