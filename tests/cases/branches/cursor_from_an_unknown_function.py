"""The first path is written out, the later ones come from somewhere: not known."""
import requests


def crawl(step):
    path = "/objects"
    while path is not None:
        requests.get("https://api.attio.com/v2" + path)  # unresolved
        path = step(path)
