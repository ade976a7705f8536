"""The base URL is a property."""
import requests


class Client:
    def __init__(self, region="eu"):
        self.region = region

    @property
    def base_url(self) -> str:
        return "https://api.attio.com/v2"

    @property
    def objects_url(self):
        return f"{self.base_url}/objects"

    def all(self):
        return requests.get(self.objects_url)  # call: GET /v2/objects

    def views(self, slug):
        return requests.get(f"{self.objects_url}/{slug}/views")  # call: GET /v2/objects/{object}/views
