"""dlt's RESTClient."""
import dlt
from dlt.sources.helpers import requests
from dlt.sources.helpers.rest_client import RESTClient
from dlt.sources.helpers.rest_client.auth import BearerTokenAuth

client = RESTClient(base_url="https://api.attio.com/v2", auth=BearerTokenAuth("t"))


@dlt.resource
def tasks():
    yield from client.paginate("/tasks")  # call: GET /v2/tasks


@dlt.resource
def companies():
    yield from client.paginate("/objects/companies/records/query", method="POST", json={})  # call: POST /v2/objects/{object}/records/query


@dlt.resource
def notes():
    yield client.get("/notes").json()  # call: GET /v2/notes
    yield requests.get("https://api.attio.com/v2/lists").json()  # call: GET /v2/lists
