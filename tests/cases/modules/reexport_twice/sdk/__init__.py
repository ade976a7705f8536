from .clients import attio, hubspot
