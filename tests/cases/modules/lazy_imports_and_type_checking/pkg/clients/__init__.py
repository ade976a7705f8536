# expects nothing
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .attio import AttioClient

_LAZY = {"AttioClient": ".attio"}


def __getattr__(name):
    if name in _LAZY:
        return getattr(importlib.import_module(_LAZY[name], __name__), name)
    raise AttributeError(name)
