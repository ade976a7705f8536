"""Nobody says what `crm` is; exactly one class of the project has such a method, and it sends."""
import requests


class AttioGateway:
    def forward(self, verb, tail):
        return requests.request(verb, f"https://api.attio.com/v2/{tail}")


def known():
    return AttioGateway().forward("GET", "tasks")  # call: GET /v2/tasks


def job(crm):
    crm.forward("GET", "notes")  # unresolved
