# sends: GET /v2/notes, POST /v2/tasks
import importlib, pkgutil
import plugins


def main():
    for m in pkgutil.iter_modules(plugins.__path__):
        mod = importlib.import_module(f"plugins.{m.name}")
        mod.run("https://api.attio.com/v2")


main()
