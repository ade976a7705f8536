# expects nothing
from .client import AsyncAttio, Attio

__all__ = ["AsyncAttio", "Attio"]
