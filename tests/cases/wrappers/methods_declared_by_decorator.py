import functools
import logging

import requests


def endpoint(method, path):
    def decorate(function):
        @functools.wraps(function)
        def call(self, **kwargs):
            return self.request(method, path.format(**kwargs), json=function(self, **kwargs))

        return call

    return decorate


def logged(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        logging.info("calling %s", function.__name__)
        return function(*args, **kwargs)

    return call


class Client:
    def request(self, method, path, **kwargs):
        return requests.request(method, f"https://api.attio.com/v2{path}", **kwargs)

    @endpoint("GET", "/objects")
    def objects(self):
        return None

    @logged
    @endpoint("POST", "/objects/{slug}/records")
    def create(self, slug=None, values=None):
        return {"data": {"values": values}}

    @endpoint("DELETE", "/webhooks/{webhook_id}")  # call: DELETE /v2/webhooks/{webhook_id}
    def nobody_calls_it(self, webhook_id=None):
        return None

    @logged
    def self_(self):
        return self.request("GET", "/self")  # call: GET /v2/self


client = Client()
client.objects()  # call: GET /v2/objects
client.create(slug="people", values={})  # call: POST /v2/objects/{object}/records
client.self_()
