import requests


class Attio:
    def __init__(self, token: str, base_url: str = "https://api.attio.com/v2") -> None:
        self.base_url = base_url.rstrip("/")
        self.token = token

    def _url(self, path: str) -> str:
        return f"{self.base_url}/{path.lstrip('/')}"

    def members(self):
        return requests.get(self._url("workspace_members"))  # call: GET /v2/workspace_members

    def member(self, member_id):
        return requests.get(self._url(f"/workspace_members/{member_id}"))  # call: GET /v2/workspace_members/{workspace_member_id}
