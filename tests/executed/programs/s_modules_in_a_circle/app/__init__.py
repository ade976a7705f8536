from .core import start

__all__ = ["start"]
