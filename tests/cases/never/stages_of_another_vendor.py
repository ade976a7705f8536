"""Stages that call the next one twice, for another vendor, in a file that speaks of Attio."""
# expects nothing
import requests

COPIED_FROM = "attio"


def s0(url, deep=None): return requests.post(url)
def s1(url, deep=None): return (s0(url + "/1", deep) if deep else None) or s0(url, deep)
def s2(url, deep=None): return (s1(url + "/2", deep) if deep else None) or s1(url, deep)
def s3(url, deep=None): return (s2(url + "/3", deep) if deep else None) or s2(url, deep)
def s4(url, deep=None): return (s3(url + "/4", deep) if deep else None) or s3(url, deep)
def s5(url, deep=None): return (s4(url + "/5", deep) if deep else None) or s4(url, deep)
def s6(url, deep=None): return (s5(url + "/6", deep) if deep else None) or s5(url, deep)
def s7(url, deep=None): return (s6(url + "/7", deep) if deep else None) or s6(url, deep)
def s8(url, deep=None): return (s7(url + "/8", deep) if deep else None) or s7(url, deep)
def s9(url, deep=None): return (s8(url + "/9", deep) if deep else None) or s8(url, deep)


s9("https://api.example.org/v2/notes", deep=COPIED_FROM)
