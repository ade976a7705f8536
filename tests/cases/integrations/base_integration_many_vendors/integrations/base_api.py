import abc

import requests


class Integration(abc.ABC):
    name: str
    api_root: str

    def __init__(self, credentials: dict):
        self.credentials = credentials

    @abc.abstractmethod
    def auth_headers(self) -> dict: ...

    def api(self, method: str, resource: str, **kwargs):
        kwargs.setdefault("timeout", 30)
        response = requests.request(method, f"{self.api_root}{resource}", headers=self.auth_headers(), **kwargs)
        if response.status_code == 401:
            raise PermissionError(self.name)
        return response.json()
