"""The last of many uses of one helper needs a scope of its own: it is not unneeded."""
# scopes: object_configuration:read, record_permission:read, list_configuration:read, note:read, task:read, user_management:read, webhook:read-write
import requests


def url(tail):
    return "https://api.attio.com/v2" + tail


def a(): return requests.get(url("/objects"))  # call: GET /v2/objects
def b(): return requests.get(url("/objects?a=1"))  # call: GET /v2/objects
def c(): return requests.get(url("/objects?a=2"))  # call: GET /v2/objects
def d(): return requests.get(url("/objects?a=3"))  # call: GET /v2/objects
def e(): return requests.get(url("/objects?a=4"))  # call: GET /v2/objects
def f(): return requests.get(url("/objects?a=5"))  # call: GET /v2/objects
def g(): return requests.get(url("/objects?a=6"))  # call: GET /v2/objects
def h(): return requests.get(url("/objects?a=7"))  # call: GET /v2/objects
def i(): return requests.get(url("/objects?a=8"))  # call: GET /v2/objects
def j(): return requests.get(url("/objects?a=9"))  # call: GET /v2/objects
def k(): return requests.get(url("/objects?b=1"))  # call: GET /v2/objects
def l(): return requests.get(url("/objects?b=2"))  # call: GET /v2/objects
def m(): return requests.get(url("/objects?b=3"))  # call: GET /v2/objects
def n(): return requests.get(url("/objects?b=4"))  # call: GET /v2/objects
def o(): return requests.get(url("/objects?b=5"))  # call: GET /v2/objects
def p(): return requests.get(url("/objects?b=6"))  # call: GET /v2/objects
def q(): return requests.get(url("/objects?b=7"))  # call: GET /v2/objects
def r(): return requests.get(url("/objects?b=8"))  # call: GET /v2/objects
def s(): return requests.get(url("/objects?b=9"))  # call: GET /v2/objects
def t(): return requests.get(url("/objects?c=1"))  # call: GET /v2/objects
def u(): return requests.get(url("/objects?c=2"))  # call: GET /v2/objects
def v(): return requests.get(url("/objects?c=3"))  # call: GET /v2/objects
def w(): return requests.get(url("/lists"))  # call: GET /v2/lists
def x(): return requests.get(url("/notes"))  # call: GET /v2/notes
def y(): return requests.get(url("/tasks"))  # call: GET /v2/tasks
def z(key): return requests.delete(url(f"/webhooks/{key}"))  # call: DELETE /v2/webhooks/{webhook_id}
