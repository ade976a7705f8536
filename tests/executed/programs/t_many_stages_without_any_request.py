# sends: GET /v2/meetings
# near: stages that call the next twice put words together
import requests


def w0(text, deep=True): return text
def w1(text, deep=True): return w0(text, deep) + (w0("b", deep) if deep else "")
def w2(text, deep=True): return w1(text, deep) + (w1("c", deep) if deep else "")
def w3(text, deep=True): return w2(text, deep) + (w2("d", deep) if deep else "")
def w4(text, deep=True): return w3(text, deep) + (w3("e", deep) if deep else "")
def w5(text, deep=True): return w4(text, deep) + (w4("f", deep) if deep else "")
def w6(text, deep=True): return w5(text, deep) + (w5("g", deep) if deep else "")
def w7(text, deep=True): return w6(text, deep) + (w6("h", deep) if deep else "")
def w8(text, deep=True): return w7(text, deep) + (w7("i", deep) if deep else "")


requests.get("https://api.attio.com/v2/meetings", params={"q": w8("a")})
