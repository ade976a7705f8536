# sends: GET /v2/notes
# near: each of thirty uses has its own key, and none of them is another's
import requests

PATHS = {"note": "notes", "task": "tasks", "hook": "webhooks", "thread": "threads"}


def url(name):
    return "https://api.attio.com/v2/" + PATHS[name]


def m01(): return requests.get(url("note"))
def m02(): return requests.get(url("note"))
def m03(): return requests.get(url("note"))
def m04(): return requests.get(url("note"))
def m05(): return requests.get(url("note"))
def m06(): return requests.get(url("note"))
def m07(): return requests.get(url("note"))
def m08(): return requests.get(url("note"))
def m09(): return requests.get(url("note"))
def m10(): return requests.get(url("note"))
def m11(): return requests.get(url("note"))
def m12(): return requests.get(url("note"))
def m13(): return requests.get(url("note"))
def m14(): return requests.get(url("note"))
def m15(): return requests.get(url("note"))
def m16(): return requests.get(url("note"))
def m17(): return requests.get(url("note"))
def m18(): return requests.get(url("note"))
def m19(): return requests.get(url("note"))
def m20(): return requests.get(url("note"))
def m21(): return requests.get(url("note"))
def m22(): return requests.get(url("note"))
def m23(): return requests.get(url("note"))
def m24(): return requests.get(url("note"))
def m25(): return requests.get(url("note"))
def m26(): return requests.get(url("note"))
def m27(): return requests.get(url("note"))


def main():
    m01(), m02(), m03(), m04(), m05(), m06(), m07(), m08(), m09(), m10(), m11(), m12(), m13(), m14(), m15(), m16()
    m17(), m18(), m19(), m20(), m21(), m22(), m23(), m24(), m25(), m26(), m27()


if __name__ == "__main__":
    main()
