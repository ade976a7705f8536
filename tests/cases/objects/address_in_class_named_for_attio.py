"""An address that only the maker of the object knows, in a class named for Attio: it is Attio's by its path."""
import requests


class AttioApi:
    def __init__(self, base_url, token):
        self.base_url = base_url
        self.token = token

    def lists(self):
        return requests.get(f"{self.base_url}/lists")  # call: GET /v2/lists


class AttioExporter:
    def __init__(self, api_host, bucket_url):
        self.api_host = api_host
        self.bucket_url = bucket_url

    def notes(self):
        rows = requests.get(self.api_host + "/v2/notes").json()  # call: GET /v2/notes
        requests.put(self.bucket_url + "/notes", json=rows)
