import requests

from . import settings


def send(method, *segments, **options):
    url = "/".join([settings.ROOT, *segments])
    response = requests.request(method, url, headers={"Authorization": f"Bearer {settings.TOKEN}"}, **options)
    response.raise_for_status()
    return response.json()
