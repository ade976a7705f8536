from urllib.request import Request, urlopen


def get(path):
    with urlopen(Request("https://api.attio.com/v2" + path, headers={"Authorization": "Bearer x"})) as response:
        return response.read()
