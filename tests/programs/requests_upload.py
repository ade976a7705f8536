import io
import os

import requests

TOKEN = os.environ.get("ATTIO_TOKEN", "")


class Files:
    root = "https://api.attio.com/v2/files"

    def __init__(self, token):
        self.headers = {"Authorization": f"Bearer {token}"}

    def upload(self, name, content):
        files = {"file": (name, io.BytesIO(content))}
        return requests.post(self.root + "/upload", files=files, data={"object": "people"}, headers=self.headers).json()

    def folder(self, name):
        return requests.post(self.root, json={"data": {"name": name}}, headers=self.headers)

    def all(self):
        yield from requests.get(self.root, headers=self.headers, params={"object": "people"}).json()["data"]

    def details(self, file_id):
        return requests.get(f"{self.root}/{file_id}", headers=self.headers)

    def content(self, file_id):
        return requests.get(f"{self.root}/{file_id}/download", headers=self.headers, stream=True)

    def drop(self, file_id):
        requests.delete(f"{self.root}/{file_id}", headers=self.headers)


files = Files(TOKEN)
files.upload("a.txt", b"text")
files.folder("Contracts")
for found in files.all():
    files.details(found["id"]["id"])
    files.content(found["id"]["id"])
    files.drop(found["id"]["id"])
