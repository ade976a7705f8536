from .base import *


def drop(i):
    return delete(f"/tasks/{i}")
