import os

import requests

API = "https://api.attio.com/v2"
session = requests.Session()
session.headers.update(Authorization=f"Bearer {os.environ['ATTIO_TOKEN']}")


class Recordings:
    def __init__(self, meeting_id):
        self.root = f"{API}/meetings/{meeting_id}/call_recordings"

    def add(self, address):
        return session.post(self.root, json={"data": {"url": address}})

    def get(self, key):
        return session.get(f"{self.root}/{key}")

    def transcript(self, key):
        return session.get(f"{self.root}/{key}/transcript")

    def delete(self, key):
        return session.delete(f"{self.root}/{key}")


recordings = Recordings("5")
for answer in (recordings.add("https://example.com/a.mp4"), recordings.get("6"), recordings.transcript("6"), recordings.delete("6")):
    answer.raise_for_status()
