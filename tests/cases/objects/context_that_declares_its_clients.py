"""Nobody is seen to make the context: what it holds is what its class declares; a function gives what its annotation promises."""
from abc import ABC, abstractmethod
from dataclasses import dataclass

import requests


class Crm(ABC):
    @abstractmethod
    def send(self, verb, path): ...


class Attio(Crm):
    def send(self, verb, path):
        return requests.request(verb, "https://api.attio.com/v2" + path)


class Hubspot:
    def send(self, verb, path):
        return requests.request(verb, "https://api.hubapi.com" + path)


@dataclass
class Context:
    crm: Crm
    named: dict[str, Attio]


@dataclass
class Others:
    hub: Hubspot


class Holder:
    held: Attio


def objects(context: Context):
    context.crm.send("GET", "/objects")  # call: GET /v2/objects


def me(context: Context):
    context.named["a"].send("GET", "/self")  # call: GET /v2/self


def lists(holder: Holder):
    holder.held.send("GET", "/lists")  # call: GET /v2/lists


def contacts(others: Others):
    others.hub.send("GET", "/objects")


def chosen(registry) -> Attio:
    return registry["first"]


def given(registry):
    return chosen(registry).send("GET", "/notes")  # call: GET /v2/notes


def picked(registry) -> Attio:
    return registry["crm"]


def tasks(registry):
    return picked(registry).send("GET", "/tasks")  # call: GET /v2/tasks
