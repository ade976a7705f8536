"""A dependency container in the style of dependency-injector."""
import httpx
from dependency_injector import containers, providers


class AttioGateway:
    def __init__(self, http: httpx.Client):
        self.http = http

    def tasks(self):
        return self.http.get("/tasks").json()  # call: GET /v2/tasks


class SlackGateway:
    def __init__(self, http: httpx.Client):
        self.http = http

    def tasks(self):
        return self.http.get("/tasks").json()


class Container(containers.DeclarativeContainer):
    config = providers.Configuration()
    attio_http = providers.Singleton(httpx.Client, base_url="https://api.attio.com/v2")
    slack_http = providers.Singleton(httpx.Client, base_url="https://slack.com/api")
    attio = providers.Factory(AttioGateway, http=attio_http)
    slack = providers.Factory(SlackGateway, http=slack_http)


container = Container()
container.attio().tasks()
