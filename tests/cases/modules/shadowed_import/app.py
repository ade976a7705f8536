from net import get


def real():
    return get("/objects")  # call: GET /v2/objects


def shadowed(get):
    return get("/objects")


def shadowed_local():
    get = {"/objects": 1}.get
    return get("/objects")
