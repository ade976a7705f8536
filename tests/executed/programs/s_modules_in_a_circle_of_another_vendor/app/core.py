from . import http

BASE = "https://api.hubapi.com/v2"


def start():
    from .jobs import run

    run()
