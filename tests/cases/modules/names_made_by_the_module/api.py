_BASES = {"base": "https://api.attio.com/v2", "vendor": "https://api.hubapi.com"}


def __getattr__(name):
    if name in _BASES:
        return _BASES[name]
    raise AttributeError(name)
