# sends: GET /v2/lists, GET /v2/notes, GET /v2/self, POST /v2/tasks
from collections import ChainMap
from types import SimpleNamespace, MappingProxyType
import argparse
import requests

D = {"base": "https://api.attio.com/v2", "verb": "GET"}


def main():
    c = ChainMap({"verb": "POST"}, D)
    requests.request(c["verb"], c["base"] + "/tasks")
    n = SimpleNamespace(**D)
    requests.request(n.verb, n.base + "/notes")
    m = MappingProxyType(D)
    requests.request(m["verb"], m.get("base") + "/self")
    p = argparse.ArgumentParser()
    p.add_argument("--base", default="https://api.attio.com/v2")
    p.add_argument("--verb", choices=["GET"], default="GET")
    a = p.parse_args([])
    requests.request(a.verb, a.base + "/lists")


main()
