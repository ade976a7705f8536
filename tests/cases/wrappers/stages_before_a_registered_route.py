"""Stages that call the next one twice, before a route that a decorator registers: neither breaks the other."""
import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/notes")
def notes():
    return requests.get("https://api.attio.com/v2/notes").json()  # call: GET /v2/notes


def t0(url, deep=None): return requests.post(url)
def t1(url, deep=None): return (t0(url + "/1", deep) if deep else None) or t0(url, deep)
def t2(url, deep=None): return (t1(url + "/2", deep) if deep else None) or t1(url, deep)
def t3(url, deep=None): return (t2(url + "/3", deep) if deep else None) or t2(url, deep)
def t4(url, deep=None): return (t3(url + "/4", deep) if deep else None) or t3(url, deep)
def t5(url, deep=None): return (t4(url + "/5", deep) if deep else None) or t4(url, deep)
def t6(url, deep=None): return (t5(url + "/6", deep) if deep else None) or t5(url, deep)
def t7(url, deep=None): return (t6(url + "/7", deep) if deep else None) or t6(url, deep)
def t8(url, deep=None): return (t7(url + "/8", deep) if deep else None) or t7(url, deep)
def t9(url, deep=None): return (t8(url + "/9", deep) if deep else None) or t8(url, deep)
def t10(url, deep=None): return (t9(url + "/a", deep) if deep else None) or t9(url, deep)
def t11(url, deep=None): return (t10(url + "/b", deep) if deep else None) or t10(url, deep)
def t12(url, deep=None): return (t11(url + "/c", deep) if deep else None) or t11(url, deep)
def t13(url, deep=None): return (t12(url + "/d", deep) if deep else None) or t12(url, deep)


def sync(hook, deep=None):
    t13(hook, deep)
