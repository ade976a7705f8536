"""The client comes as an unannotated argument: known from the callers."""
import httpx


def list_objects(client):
    return client.get("/objects").json()  # call: GET /v2/objects


def list_channels(client):
    return client.get("/objects").json()


def main():
    attio = httpx.Client(base_url="https://api.attio.com/v2")
    slack = httpx.Client(base_url="https://slack.com/api")
    list_objects(attio)
    list_channels(slack)
