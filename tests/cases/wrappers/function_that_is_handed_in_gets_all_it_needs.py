"""Whoever calls a function that it is given decides the request, however the words are packed; whoever hands the function in does not."""

import functools

import requests


def counted(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return inner


@counted
def by_keywords(method, path):
    return requests.request(method, "https://api.attio.com/v2" + path)


def by_table(request):
    method, path = request["method"], request["path"]
    return requests.request(method, "https://api.attio.com/v2" + path)


def with_keywords(api):
    return api(method="DELETE", path="/webhooks/9")  # call: DELETE /v2/webhooks/{webhook_id}


def with_table(api):
    return api({"method": "GET", "path": "/tasks"})  # call: GET /v2/tasks


def with_table_of_a_variable(api):
    request = {"method": "POST", "path": "/notes"}
    return api(request)  # call: POST /v2/notes


def with_what_it_is_given(api, request):
    return api(request)


def run():
    with_keywords(by_keywords)
    with_table(by_table)
    with_table_of_a_variable(by_table)
    with_what_it_is_given(by_table, {"method": "GET", "path": "/lists"})  # call: GET /v2/lists
