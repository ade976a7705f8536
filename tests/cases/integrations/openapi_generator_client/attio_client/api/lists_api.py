from attio_client.api_client import ApiClient


class ListsApi:
    def __init__(self, api_client=None) -> None:
        if api_client is None:
            api_client = ApiClient.get_default()
        self.api_client = api_client

    def list_entries_query(self, list, body=None, _request_timeout=None):
        _param = self._list_entries_query_serialize(list=list, body=body)
        response_data = self.api_client.call_api(*_param, _request_timeout=_request_timeout)  # call: POST /v2/lists/{list}/entries/query
        response_data.read()
        return response_data.data

    def _list_entries_query_serialize(self, list, body):
        _path_params = {}
        _query_params = []
        _header_params = {}
        _body_params = None
        if list is not None:
            _path_params["list"] = list
        if body is not None:
            _body_params = body
        _header_params["Accept"] = "application/json"
        return self.api_client.param_serialize(
            method="POST",
            resource_path="/v2/lists/{list}/entries/query",
            path_params=_path_params,
            query_params=_query_params,
            header_params=_header_params,
            body=_body_params,
        )

    def lists_get(self):
        _param = self._lists_get_serialize()
        return self.api_client.call_api(*_param)  # call: GET /v2/lists

    def _lists_get_serialize(self):
        return self.api_client.param_serialize(method="GET", resource_path="/v2/lists")
