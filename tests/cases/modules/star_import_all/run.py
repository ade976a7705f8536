from api import *


def _hidden(path):
    return path


fetch("/objects")  # call: GET /v2/objects
_hidden("/objects")
