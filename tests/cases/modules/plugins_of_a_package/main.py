import importlib
import pkgutil

import plugins


def main():
    for found in pkgutil.iter_modules(plugins.__path__):
        importlib.import_module(f"plugins.{found.name}").run("https://api.attio.com/v2")
