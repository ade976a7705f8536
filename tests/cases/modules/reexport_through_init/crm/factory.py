from .core import Client


def build():
    return Client()
