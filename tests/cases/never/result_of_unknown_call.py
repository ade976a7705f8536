# expects nothing
import importlib

BASE = "https://api.attio.com/v2"


def run(name):
    loaded = importlib.import_module(name)
    loaded.settings(BASE).get("/lists")
    loaded.registry["x"].get("/v2/notes")
    loaded.connect().post("/v2/notes", BASE)
