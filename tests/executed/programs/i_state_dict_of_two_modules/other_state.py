import httpx

state = {}


def start():
    state["http"] = httpx.Client(base_url="https://api.example.org/v2")
