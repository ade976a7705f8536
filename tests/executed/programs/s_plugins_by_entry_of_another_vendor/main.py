# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import importlib, pkgutil
import plugins


def main():
    assert "https://api.attio.com/v2/notes"
    for m in pkgutil.iter_modules(plugins.__path__):
        mod = importlib.import_module(f"plugins.{m.name}")
        mod.run("https://api.notion.com/v2")


main()
