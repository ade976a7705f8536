"""attio-scopes: which scopes does this code need of an Attio token?"""

__version__ = "0.1.0"
