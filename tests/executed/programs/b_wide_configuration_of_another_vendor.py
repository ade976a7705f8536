# sends: GET /v2/notes
# near: a large object whose one address is another vendor's, beside a small call
import requests

CONF = {"hosts": {f"h{n}": {"url": f"https://h{n}.example.org", "tags": ["x"] * 20} for n in range(60)}, "pad": "attio " * 500}


def ping(conf):
    return requests.get(conf["hosts"]["h3"]["url"] + "/v2/notes")


ping(CONF)
requests.get("https://api.attio.com/v2/notes")
