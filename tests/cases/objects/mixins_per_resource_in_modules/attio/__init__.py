# expects nothing
from .client import Client
