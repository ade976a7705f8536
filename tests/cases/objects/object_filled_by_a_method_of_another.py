import requests


class Settings:
    base = None
    tail = "/notes"


class Loader:
    def load(self, settings):
        settings.base = "https://api.attio.com/v2"
        return settings


class Sync:
    def __init__(self, settings):
        self.settings = settings

    def run(self):
        return requests.get(self.settings.base + "/meetings")  # call: GET /v2/meetings


def main():
    settings = Settings()
    Loader().load(settings)
    Sync(settings).run()
