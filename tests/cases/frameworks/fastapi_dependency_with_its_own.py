from typing import Annotated

import requests
from fastapi import Depends, FastAPI

app = FastAPI()


class Settings:
    base = "https://api.attio.com/v2"
    vendor = "https://api.hubapi.com"


def get_settings():
    return Settings()


def get_base(settings: Annotated[Settings, Depends(get_settings)]):
    return settings.base


SettingsOfApp = Annotated[Settings, Depends(get_settings)]


class Client:
    def __init__(self, settings: SettingsOfApp):
        self.base = settings.base

    def get(self, path):
        return requests.get(self.base + path)


def get_vendor(settings: SettingsOfApp):
    return settings.vendor


@app.get("/notes")
def notes(base: Annotated[str, Depends(get_base)]):
    return requests.get(base + "/notes").json()  # call: GET /v2/notes


@app.get("/tasks")
def tasks(client: Annotated[Client, Depends()]):
    return client.get("/tasks").json()  # call: GET /v2/tasks


@app.get("/vendor")
def vendor(base: Annotated[str, Depends(get_vendor)]):
    # near miss: the other host
    return requests.get(base + "/crm").json()


def base_by_default(settings: Settings = Depends(get_settings)):
    return settings.base


def client_by_default(base: str = Depends(base_by_default)):
    return Client(Settings()) if base else None


def client_by_class(settings: Settings = Depends()):
    return Client(settings)


def vendor_by_default(settings: Settings = Depends(get_settings)):
    return settings.vendor


@app.get("/lists")
def lists(base: str = Depends(base_by_default)):
    return requests.get(base + "/lists").json()  # call: GET /v2/lists


@app.get("/webhooks")
def webhooks(client: Client = Depends(client_by_default)):
    return client.get("/webhooks").json()  # call: GET /v2/webhooks


@app.get("/self")
def me(client=Depends(client_by_class)):
    return client.get("/self").json()  # call: GET /v2/self


@app.get("/other")
def other(base: str = Depends(vendor_by_default)):
    # near miss: the other host
    return requests.get(base + "/crm").json()
