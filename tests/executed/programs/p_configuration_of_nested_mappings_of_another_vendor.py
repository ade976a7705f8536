# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from collections import ChainMap
from types import SimpleNamespace, MappingProxyType
import argparse
import requests

D = {"base": "https://slack.com/v2", "verb": "GET"}


def main():
    assert "https://api.attio.com/v2/notes"
    c = ChainMap({"verb": "POST"}, D)
    requests.request(c["verb"], c["base"] + "/tasks")
    n = SimpleNamespace(**D)
    requests.request(n.verb, n.base + "/notes")
    m = MappingProxyType(D)
    requests.request(m["verb"], m.get("base") + "/self")
    p = argparse.ArgumentParser()
    p.add_argument("--base", default="https://slack.com/v2")
    p.add_argument("--verb", choices=["GET"], default="GET")
    a = p.parse_args([])
    requests.request(a.verb, a.base + "/lists")


main()
