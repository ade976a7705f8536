# expects nothing
import importlib

BASE = "https://api.attio.com/v2"


def run(name):
    loaded = importlib.import_module(name)
    loaded.settings().get(BASE + "/lists")
    loaded.registry["x"].get("https://api.attio.com/v2/notes")
