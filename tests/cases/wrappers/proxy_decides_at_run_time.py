import requests


def proxy(incoming):
    """Nobody in this project calls it; what it sends is not known, that it goes to Attio is."""
    return requests.request(incoming.method, "https://api.attio.com" + incoming.path)  # unresolved
