import requests, state


def boot():
    state.S.base = "https://api.attio.com/v2"
    state.session = requests.Session()
