import requests
from api import base


def main():
    requests.get(base + "/lists")  # call: GET /v2/lists
