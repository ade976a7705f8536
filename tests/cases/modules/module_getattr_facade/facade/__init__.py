"""Imports on first use."""
import importlib

_WHERE = {"AttioClient": ".client"}


def __getattr__(name):
    if name in _WHERE:
        return getattr(importlib.import_module(_WHERE[name], __name__), name)
    raise AttributeError(name)
