import requests
from django.conf import settings


class AttioService:
    def __init__(self):
        self.base = settings.ATTIO_API_BASE

    def _headers(self):
        return {"Authorization": f"Bearer {settings.ATTIO_TOKEN}"}

    def push(self, values):
        return requests.post(f"{self.base}/objects/people/records", json=values, headers=self._headers())  # call: POST /v2/objects/{object}/records


def charge():
    return requests.post(f"{settings.STRIPE_API_BASE}/objects/people/records")
