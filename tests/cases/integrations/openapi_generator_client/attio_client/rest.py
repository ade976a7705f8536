# expects nothing
import json

import urllib3


class RESTClientObject:
    def __init__(self, configuration):
        self.pool_manager = urllib3.PoolManager(num_pools=4)

    def request(self, method, url, headers=None, body=None, post_params=None, _request_timeout=None):
        method = method.upper()
        assert method in ["GET", "HEAD", "DELETE", "POST", "PUT", "PATCH", "OPTIONS"]
        timeout = None
        if method in ["POST", "PUT", "PATCH", "OPTIONS", "DELETE"]:
            request_body = json.dumps(body) if body is not None else None
            r = self.pool_manager.request(method, url, body=request_body, timeout=timeout, headers=headers, preload_content=False)
        else:
            r = self.pool_manager.request(method, url, fields={}, timeout=timeout, headers=headers, preload_content=False)
        return r
