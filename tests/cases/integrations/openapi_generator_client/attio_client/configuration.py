# expects nothing
class Configuration:
    _default = None

    def __init__(self, host=None, access_token=None, server_index=None, server_variables=None):
        self._base_path = "https://api.attio.com" if host is None else host
        self.access_token = access_token

    @property
    def host(self):
        return self._base_path

    @classmethod
    def get_default(cls):
        if cls._default is None:
            cls._default = Configuration()
        return cls._default
