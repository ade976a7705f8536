# expects nothing
import requests
from app.config import ATTIO_URL


def handler(event):
    return requests.get(ATTIO_URL + "/self")
