import httpx

state = {}


def start():
    state["http"] = httpx.Client(base_url="https://api.attio.com/v2")
