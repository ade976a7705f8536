from enum import Enum

import requests


class Kind(Enum):
    A, B, C, D, E, F, G = "objects/a", "objects/b", "objects/c", "objects/d", "objects/e", "objects/f", "objects/g"
    H, I, J, K, L, M, N = "objects/h", "objects/i", "objects/j", "objects/k", "objects/l", "objects/m", "objects/n"
    O, P, Q, R, S, T, U = "objects/o", "objects/p", "objects/q", "objects/r", "objects/s", "objects/t", "objects/u"
    V, W, X, Y, Z, HOOK, ME = "objects/v", "objects/w", "objects/x", "objects/y", "objects/z", "webhooks", "self"


def read(kind: Kind):
    return requests.get(f"https://api.attio.com/v2/{kind.value}")  # call-or-unresolved: GET /v2/objects/{object} | GET /v2/webhooks | GET /v2/self


def me():
    return requests.get(f"https://api.attio.com/v2/{Kind.ME.value}")  # call: GET /v2/self
