"""An object of the project is called whose class says nothing of calls: that is no request, and what it is handed is sent by others."""
import requests

BASE = "https://api.attio.com/v2"


class Settings:
    base = BASE


def wrong():
    return Settings()("/notes")


class Sender:
    def __call__(self, path):
        return requests.get(Settings.base + path)


def right():
    # near miss: this one can be called
    return Sender()("/notes")  # call: GET /v2/notes
