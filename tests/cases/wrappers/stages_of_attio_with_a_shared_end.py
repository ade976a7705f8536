"""Stages that call the next one twice and fork the path's query: one endpoint, at the one place that knows it."""
import requests


def s0(query, deep=None):
    return requests.get("https://api.attio.com/v2/emails?" + query)  # call: GET /v2/emails


def s1(query, deep=None): return (s0(query + "&1", deep) if deep else None) or s0(query, deep)
def s2(query, deep=None): return (s1(query + "&2", deep) if deep else None) or s1(query, deep)
def s3(query, deep=None): return (s2(query + "&3", deep) if deep else None) or s2(query, deep)
def s4(query, deep=None): return (s3(query + "&4", deep) if deep else None) or s3(query, deep)
def s5(query, deep=None): return (s4(query + "&5", deep) if deep else None) or s4(query, deep)
def s6(query, deep=None): return (s5(query + "&6", deep) if deep else None) or s5(query, deep)


s6("limit=1")
