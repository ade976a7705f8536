"""A client goes through many functions; the path is fixed at the bottom, so that is where it is reported."""
import httpx


def w0(http): return http.get("/meetings")  # call: GET /v2/meetings
def w1(http): return w0(http)
def w2(http): return w1(http)
def w3(http): return w2(http)
def w4(http): return w3(http)
def w5(http): return w4(http)
def w6(http): return w5(http)
def w7(http): return w6(http)
def w8(http): return w7(http)
def w9(http): return w8(http)
def w10(http): return w9(http)
def w11(http): return w10(http)
def w12(http): return w11(http)
def w13(http): return w12(http)
def w14(http): return w13(http)
def w15(http): return w14(http)
def w16(http): return w15(http)
def w17(http): return w16(http)
def w18(http): return w17(http)
def w19(http): return w18(http)
def w20(http): return w19(http)


w20(httpx.Client(base_url="https://api.attio.com/v2"))
