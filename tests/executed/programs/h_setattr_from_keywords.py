# sends: GET /v2/threads
import requests


class Options:
    root = "https://example.invalid"

    def __init__(self, **given):
        for name, value in given.items():
            setattr(self, name, value)


def main():
    options = Options(root="https://api.attio.com/v2", tries=3)
    requests.get(options.root + "/threads")


main()
