from core.http import AttioHttp

_http = AttioHttp()


def sync(domains):
    for domain in domains:
        _http.put("objects", "companies", "records", query={"matching_attribute": "domains"}, body={"data": {"values": {"domains": [domain]}}})
    _http.get("lists", "companies", "entries", "1")
