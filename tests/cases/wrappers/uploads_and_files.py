import requests

BASE = "https://api.attio.com/v2"


def upload(path, name):
    with open(name, "rb") as handle:
        return requests.post(f"{BASE}/files/upload", files={"file": handle}, data={"object": "people"})  # call: POST /v2/files/upload


def download(file_id):
    with requests.get(f"{BASE}/files/{file_id}/download", stream=True) as response:  # call: GET /v2/files/{file_id}/download
        return response.content
