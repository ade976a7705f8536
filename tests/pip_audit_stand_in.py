"""pip-audit, whole, in front of a service of our own: the command that `.ci/audit.py` is given in its tests.

    python -m tests.pip_audit_stand_in ANSWERS [argument of pip-audit…]

ANSWERS is JSON: for `name==version` a list of advisories, or "gone" (404), "down" (no such host), "timeout", "error" (503), "html" (what
a network's login page answers); for anything else the value of "else". Nothing of it reaches the network.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import requests
from pip_audit._cli import audit
from pip_audit._service import pypi


class Service:
    """A session that answers from a table."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    def get(self, url: str, **_: object) -> requests.Response:
        """The answer to a question about one release."""
        name, version = url.split("/")[-3:-1]
        answer = self.answers.get(f"{name}=={version}", self.answers["else"])
        if answer == "down":
            raise requests.ConnectionError("Failed to resolve the host")
        if answer == "timeout":
            raise requests.ConnectTimeout("timed out")
        response = requests.Response()
        response.url = url
        response.status_code = {"gone": 404, "error": 503}.get(answer, 200) if isinstance(answer, str) else 200
        found = [{"id": name, "aliases": [], "fixed_in": ["99"], "summary": "bad"} for name in answer if isinstance(answer, list)]
        response._content = b"<html>" if answer == "html" else json.dumps({"vulnerabilities": found}).encode()
        return response


if __name__ == "__main__":
    table = json.loads(sys.argv.pop(1))
    pypi.caching_session = lambda *_, **__: Service(table)
    audit()
