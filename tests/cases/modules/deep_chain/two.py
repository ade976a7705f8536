from one import http


def api(method, path, **kwargs):
    return http(method, f"https://api.attio.com{path}", **kwargs)
