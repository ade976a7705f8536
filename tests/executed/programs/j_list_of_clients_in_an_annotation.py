# sends: GET /v2/self
from typing import Iterable

import requests


class Workspace:
    def __init__(self, token: str) -> None:
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, tail: str) -> requests.Response:
        return self.session.get("https://api.attio.com/v2/" + tail)


def ping(workspaces: Iterable[Workspace]) -> None:
    for workspace in workspaces:
        workspace.get("self")


def main() -> None:
    ping([Workspace(token) for token in ("a", "b")])


main()
