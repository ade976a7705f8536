"""Adapters with retries on the session."""
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def build():
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, allowed_methods=["GET", "POST"])))
    session.mount("https://api.attio.com", HTTPAdapter())
    return session


build().get("https://api.attio.com/v2/meetings")  # call: GET /v2/meetings
