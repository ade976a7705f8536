from two import api


def v2(method, path, **kwargs):
    return api(method, "/v2" + path, **kwargs)
