"""A prepared request is changed before it is sent: from itself, filled when it was empty, copied."""
import requests

session = requests.Session()


def with_a_slash():
    prepared = requests.Request("GET", "https://api.attio.com/v2/tasks").prepare()
    prepared.url = prepared.url + "/"
    return session.send(prepared)  # call: GET /v2/tasks


def another_path():
    prepared = requests.Request("POST", "https://api.attio.com/v2/tasks").prepare()
    prepared.url = prepared.url.replace("tasks", "notes")
    return session.send(prepared)  # call: POST /v2/notes


def filled():
    prepared = requests.PreparedRequest()
    prepared.prepare(method="POST", url="https://api.attio.com/v2/notes")
    session.send(prepared)  # call: POST /v2/notes
    again = prepared.copy()
    again.prepare_url("https://api.attio.com/v2/lists", {})
    again.prepare_method("GET")
    session.send(again)  # call: GET /v2/lists
    return session.send(prepared)  # call: POST /v2/notes


def elsewhere():
    prepared = requests.Request("GET", "https://api.attio.com/v2/tasks").prepare()
    prepared.url = prepared.url.replace("attio", "example")
    return session.send(prepared)
