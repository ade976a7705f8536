import requests, state


def boot():
    state.S.base = "https://api.github.com/v2"
    state.session = requests.Session()
