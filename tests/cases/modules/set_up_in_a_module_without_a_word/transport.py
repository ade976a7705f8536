import requests

BASE = None
CONFIG = {}
_session = None


class Settings:
    base = ""


class Connection:
    def __init__(self):
        self.base = ""

    def open(self, url):
        self.base = url


connection = Connection()


def set_base(url):
    global BASE
    BASE = url


def set_mapping(url):
    CONFIG.update(base=url)


def set_class(url):
    Settings.base = url


def set_object(url):
    connection.open(url)


def set_function(url):
    set_function.base = url


def by_base(method, path):
    return requests.request(method, BASE + path)


def by_mapping(method, path):
    return requests.request(method, CONFIG["base"] + path)


def by_class(method, path):
    return requests.request(method, Settings.base + path)


def by_object(method, path):
    return requests.request(method, connection.base + path)


def by_function(method, path):
    return requests.request(method, set_function.base + path)
