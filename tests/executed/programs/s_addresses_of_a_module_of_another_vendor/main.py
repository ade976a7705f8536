# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from settings import dev, prod
import settings, importlib
import requests


def main():
    print("https://api.attio.com/v2/notes")
    cfg = {"dev": dev, "prod": prod}["prod"]
    requests.get(cfg.BASE + "/notes")
    requests.get(getattr(settings, "prod").BASE + "/tasks")
    requests.get(importlib.import_module("settings.prod").BASE + "/self")
    requests.get(importlib.import_module(".prod", "settings").BASE + "/lists")


main()
