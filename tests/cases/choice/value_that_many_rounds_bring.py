"""A path that comes nearer by one variable in each round of a loop: however many rounds that takes, none of them is left out."""
import requests

BASE = "https://api.attio.com/v2"


def one_after_another(rows):
    a = b = c = d = e = f = g = h = "/objects"
    for _ in rows:
        requests.get(BASE + a)  # unresolved: a loop changes the text in each round
        a = b
        b = c
        c = d
        d = e
        e = f
        f = g
        g = h
        h = "/lists"


def at_once(more):
    a = b = c = d = e = f = g = h = requests.get
    while more():
        a(BASE + "/notes")  # unresolved
        a, b, c, d, e, f, g, h = b, c, d, e, f, g, h, requests.post


def in_an_object(rows, job):
    job.a = job.b = job.c = job.d = job.e = job.f = "/objects"
    for _ in rows:
        requests.get(BASE + job.a)  # unresolved: a loop changes the text in each round
        job.a = job.b
        job.b = job.c
        job.c = job.d
        job.d = job.e
        job.e = job.f
        job.f = "/lists"


def soon(rows):
    # near miss: two rounds are enough
    a = b = "/objects"
    for _ in rows:
        requests.get(BASE + a)  # call: GET /v2/lists | GET /v2/objects
        a = b
        b = "/lists"


def always_the_same(rows):
    # near miss: what goes round is the same each time
    a = b = c = d = e = f = g = h = "/tasks"
    for _ in rows:
        requests.get(BASE + a)  # call: GET /v2/tasks
        a, b, c, d, e, f, g, h = b, c, d, e, f, g, h, a


def others(rows):
    # near miss: another vendor's
    a = b = c = d = e = f = g = "/objects"
    for _ in rows:
        requests.get("https://api.hubapi.com" + a)
        a, b, c, d, e, f, g = b, c, d, e, f, g, "/lists"
