# expects nothing
from .attio import AttioProvider
from .hubspot import HubSpotProvider

PROVIDERS = {cls.name: cls for cls in (AttioProvider, HubSpotProvider)}


def get_provider(name: str, api_key: str):
    try:
        return PROVIDERS[name](api_key)
    except KeyError:
        raise ValueError(f"unknown provider {name}") from None
