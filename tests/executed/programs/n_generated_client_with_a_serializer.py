# sends: GET /v2/lists/{list}, POST /v2/lists/{list}/entries
import requests


class Configuration:
    host = "https://api.attio.com"


class ApiClient:
    def __init__(self, configuration):
        self.configuration = configuration

    def param_serialize(self, method, resource_path, path_params=None, body=None):
        for name, value in (path_params or {}).items():
            resource_path = resource_path.replace("{%s}" % name, str(value))
        return method, self.configuration.host + resource_path, body

    def call_api(self, method, url, body=None):
        return requests.request(method, url, json=body)


class ListsApi:
    def __init__(self, api_client):
        self.api_client = api_client

    def _get_serialize(self, slug):
        return self.api_client.param_serialize(method="GET", resource_path="/v2/lists/{list}", path_params={"list": slug})

    def _post_serialize(self, slug, body):
        return self.api_client.param_serialize("POST", "/v2/lists/{list}/entries", {"list": slug}, body)

    def get_list(self, slug):
        _param = self._get_serialize(slug)
        return self.api_client.call_api(*_param)

    def post_entry(self, slug, body):
        _param = self._post_serialize(slug, body)
        return self.api_client.call_api(*_param)


api = ListsApi(ApiClient(Configuration()))
api.get_list("sales")
api.post_entry("sales", {})
