# expects nothing
from urllib.parse import quote

from attio_client import rest
from attio_client.configuration import Configuration


class ApiClient:
    _default = None

    def __init__(self, configuration=None, header_name=None, header_value=None):
        if configuration is None:
            configuration = Configuration.get_default()
        self.configuration = configuration
        self.rest_client = rest.RESTClientObject(configuration)
        self.default_headers = {}

    @classmethod
    def get_default(cls):
        if cls._default is None:
            cls._default = ApiClient()
        return cls._default

    def param_serialize(self, method, resource_path, path_params=None, query_params=None, header_params=None, body=None, _host=None):
        header_params = header_params or {}
        if path_params:
            for k, v in path_params.items():
                resource_path = resource_path.replace("{%s}" % k, quote(str(v), safe=""))
        if _host is None:
            url = self.configuration.host + resource_path
        else:
            url = _host + resource_path
        if query_params:
            url_query = "&".join(f"{k}={v}" for k, v in query_params)
            url += "?" + url_query
        return method, url, header_params, body, []

    def call_api(self, method, url, header_params=None, body=None, post_params=None, _request_timeout=None):
        return self.rest_client.request(method, url, headers=header_params, body=body, post_params=post_params)
