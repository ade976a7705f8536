"""A function puts something where all find it; whoever calls it finds that there, whatever it has put there before."""

import requests

BASE = "https://api.attio.com/v2"


class Settings:
    pass


settings = Settings()
settings.url = None
settings.kept = None
table = {"url": None}
current = None


def begin():
    settings.url = BASE + "/notes"


def through():
    begin()


def fill():
    table["url"] = BASE + "/tasks"


def choose():
    global current
    current = BASE + "/self"


def after_none():
    settings.url = None
    begin()
    requests.get(settings.url)  # call: GET /v2/notes


def after_none_and_two_calls():
    settings.url = None
    through()
    requests.get(settings.url)  # call: GET /v2/notes


def in_a_table():
    table["url"] = None
    fill()
    requests.get(table["url"])  # call: GET /v2/tasks


def in_a_name():
    global current
    current = None
    choose()
    requests.get(current)  # call: GET /v2/self


def nobody_else_puts_it_there():
    settings.kept = BASE + "/lists"
    begin()
    requests.get(settings.kept)  # call: GET /v2/lists


def put_by_hook():
    settings.hooks = BASE + "/tasks"


def put_after_the_call():
    put_by_hook()
    settings.hooks = BASE + "/webhooks"
    requests.get(settings.hooks)  # call: GET /v2/webhooks
