# sends: POST /v2/notes
# near: the deep chain makes the body, not the request
import requests


def f0(text): return text.strip()
def f1(text): return f0(text + ".")
def f2(text): return f1(text + ".")
def f3(text): return f2(text + ".")
def f4(text): return f3(text + ".")
def f5(text): return f4(text + ".")
def f6(text): return f5(text + ".")
def f7(text): return f6(text + ".")
def f8(text): return f7(text + ".")
def f9(text): return f8(text + ".")
def f10(text): return f9(text + ".")
def f11(text): return f10(text + ".")
def f12(text): return f11(text + ".")
def f13(text): return f12(text + ".")
def f14(text): return f13(text + ".")
def f15(text): return f14(text + ".")
def f16(text): return f15(text + ".")
def f17(text): return f16(text + ".")
def f18(text): return f17(text + ".")


requests.post("https://api.attio.com/v2/notes", json={"content": f18("https://api.attio.com/v2/tasks")})
