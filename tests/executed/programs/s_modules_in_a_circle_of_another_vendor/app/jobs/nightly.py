from ..http import send as _send

__all__ = ["run"]


def run():
    _send("GET", "/notes")
    _send("POST", "/tasks")
