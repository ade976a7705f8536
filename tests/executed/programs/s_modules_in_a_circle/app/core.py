from . import http

BASE = "https://api.attio.com/v2"


def start():
    from .jobs import run

    run()
