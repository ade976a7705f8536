import requests

from app.core.config import settings


def lists():
    return requests.get(f"{settings.ATTIO_URL}/lists")
