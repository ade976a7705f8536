import requests


class Config:
    _defaults = {}

    def __init__(self, **over):
        self._values = {**self._defaults, **over}

    @classmethod
    def defaults(cls, **given):
        cls._defaults.update(given)

    def __getattr__(self, name):
        return self._values[name]


class Other:
    _defaults = {}

    @classmethod
    def defaults(cls, **given):
        cls._defaults.update(given)


Config.defaults(url="https://api.attio.com/v2")
Other.defaults(url="https://api.example.com")


def main():
    requests.get(Config(debug=True).url + "/notes")  # call: GET /v2/notes
    requests.get(Other._defaults["url"] + "/tasks")


main()
