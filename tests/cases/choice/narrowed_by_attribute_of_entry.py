"""A row of a table decides by one attribute which verb goes with its path."""
import requests
from dataclasses import dataclass


@dataclass
class Endpoint:
    path: str
    method: str = "GET"


TABLE = {"people": Endpoint("/objects/people/records/query", "POST"), "lists": Endpoint("/lists")}


def rows(name):
    config = TABLE[name]
    url = f"https://api.attio.com/v2{config.path}"
    if config.method == "POST":
        return requests.post(url)  # call: POST /v2/objects/{object}/records/query
    return requests.get(url)  # call: GET /v2/lists
