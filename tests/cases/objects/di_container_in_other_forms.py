"""Containers: providers called from a route, resources, injected defaults, and containers that are asked for a class."""
import httpx
import punq
from dependency_injector import containers, providers
from dependency_injector.wiring import Provide, inject
from fastapi import APIRouter, Depends


def open_http(base):
    client = httpx.Client(base_url=base)
    yield client
    client.close()


class Notes:
    def __init__(self, http):
        self.http = http

    def all(self):
        return self.http.get("/notes")  # call: GET /v2/notes


class Channels:
    def __init__(self, http):
        self.http = http

    def all(self):
        return self.http.get("/notes")


class Container(containers.DeclarativeContainer):
    http = providers.Resource(open_http, base="https://api.attio.com/v2")
    slack = providers.Resource(open_http, base="https://slack.com/api")
    notes = providers.Factory(Notes, http)
    channels = providers.Singleton(Channels, http=slack)
    base = providers.Object("https://api.attio.com/v2")


router = APIRouter()


@router.get("/ours")
@inject
def ours(http=Depends(Provide[Container.http])):
    return http.get("/lists").json()  # call: GET /v2/lists


@inject
def main(http: httpx.Client = Provide[Container.http], slack: httpx.Client = Provide[Container.slack]):
    slack.get("/tasks")
    return http.get("/tasks")  # call: GET /v2/tasks


def direct():
    Container.slack().get("/lists")
    return Container.http().get("/self")  # call: GET /v2/self


class Webhooks:
    def drop(self, path):
        return httpx.delete("https://api.attio.com/v2" + path)


services = punq.Container()
services.register(Webhooks)
services.resolve(Webhooks).drop("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
