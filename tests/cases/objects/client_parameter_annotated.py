"""A parameter annotated with a class of the project counts as that class, even where nobody calls the function."""
import requests


class AttioClient:
    base_url = "https://api.attio.com/v2"

    def request(self, method, path, **kwargs):
        return requests.request(method, self.base_url + path, **kwargs)


class SalesforceClient:
    base_url = "https://login.salesforce.com/services/data"

    def request(self, method, path, **kwargs):
        return requests.request(method, self.base_url + path, **kwargs)


def import_contacts(source: SalesforceClient, target: AttioClient):
    source.request("GET", "/objects")
    target.request("GET", "/objects")  # call: GET /v2/objects


def maybe(client: "AttioClient | None" = None):
    if client:
        client.request("GET", "/tasks")  # call: GET /v2/tasks
