# sends: GET /v2/lists, GET /v2/notes, GET /v2/self, GET /v2/tasks
from settings import dev, prod
import settings, importlib
import requests


def main():
    cfg = {"dev": dev, "prod": prod}["prod"]
    requests.get(cfg.BASE + "/notes")
    requests.get(getattr(settings, "prod").BASE + "/tasks")
    requests.get(importlib.import_module("settings.prod").BASE + "/self")
    requests.get(importlib.import_module(".prod", "settings").BASE + "/lists")


main()
