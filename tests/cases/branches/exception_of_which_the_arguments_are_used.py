import httpx


def guard(mode):
    if mode == "dry":
        raise PermissionError("https://api.attio.com/v2/self")
    return mode


def run(mode):
    try:
        guard(mode)
    except PermissionError as error:
        httpx.get(error.args[0])  # call: GET /v2/self
