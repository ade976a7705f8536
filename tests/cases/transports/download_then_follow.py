"""The download's address comes from Attio, but it is not Attio's host."""
import requests


def save(file_id, target):
    response = requests.get(f"https://api.attio.com/v2/files/{file_id}/download", allow_redirects=False)  # call: GET /v2/files/{file_id}/download
    with requests.get(response.headers["Location"], stream=True) as download:
        for chunk in download.iter_content(1 << 16):
            target.write(chunk)
