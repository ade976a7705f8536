"""Settings are an optional argument with a default instance."""
import requests


class Settings:
    def __init__(self, url="https://api.attio.com/v2", token=None):
        self.url = url
        self.token = token


class Client:
    def __init__(self, settings: Settings | None = None):
        self.settings = settings or Settings()

    @property
    def _base(self):
        return self.settings.url.rstrip("/")

    def get(self, *parts):
        return requests.get("/".join([self._base, *parts]))


Client().get("lists", "leads")  # call: GET /v2/lists/{list}
Client(Settings()).get("tasks")  # call: GET /v2/tasks
