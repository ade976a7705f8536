"""What the package gives."""
from .core import Client
from .factory import build as get_client

__all__ = ["Client", "get_client"]
