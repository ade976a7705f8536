"""Stages that call the next one twice, all about another vendor; then three plain calls in the same function."""
import requests


def s0(url, deep=None): return requests.post(url)
def s1(url, deep=None): return s0(url, deep) if not deep else s0(url + "/1", deep) and s0(url, deep)
def s2(url, deep=None): return s1(url, deep) if not deep else s1(url + "/2", deep) and s1(url, deep)
def s3(url, deep=None): return s2(url, deep) if not deep else s2(url + "/3", deep) and s2(url, deep)
def s4(url, deep=None): return s3(url, deep) if not deep else s3(url + "/4", deep) and s3(url, deep)
def s5(url, deep=None): return s4(url, deep) if not deep else s4(url + "/5", deep) and s4(url, deep)
def s6(url, deep=None): return s5(url, deep) if not deep else s5(url + "/6", deep) and s5(url, deep)
def s7(url, deep=None): return s6(url, deep) if not deep else s6(url + "/7", deep) and s6(url, deep)
def s8(url, deep=None): return s7(url, deep) if not deep else s7(url + "/8", deep) and s7(url, deep)
def s9(url, deep=None): return s8(url, deep) if not deep else s8(url + "/9", deep) and s8(url, deep)
def s10(url, deep=None): return s9(url, deep) if not deep else s9(url + "/10", deep) and s9(url, deep)
def s11(url, deep=None): return s10(url, deep) if not deep else s10(url + "/11", deep) and s10(url, deep)
def s12(url, deep=None): return s11(url, deep) if not deep else s11(url + "/12", deep) and s11(url, deep)
def s13(url, deep=None): return s12(url, deep) if not deep else s12(url + "/13", deep) and s12(url, deep)


def nightly(hook, deep=None):
    s13(hook, deep)
    base = "https://api.attio.com/v2"
    session = requests.Session()
    requests.get(base + "/objects")  # call: GET /v2/objects
    session.delete(f"{base}/tasks/1")  # call: DELETE /v2/tasks/{task_id}
    requests.post("https://api.attio.com/v2/notes")  # call: POST /v2/notes
