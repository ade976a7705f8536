# sends: nothing
# near: another vendor's address
import requests


def work(left, a=None, b=None, c=None, d=None, e=None, f=None, g=None, h=None):
    if h:
        requests.get(h + "/notes")
    if left:
        work(left - 1, "https://api.hubapi.com", a, b, c, d, e, f, g)


work(9)
