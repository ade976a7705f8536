def call(method, path):
    import requests

    return requests.request(method, f"https://api.attio.com/v2{path}")
