# sends: PATCH /v2/lists/{list}
import requests


class Remote:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value
        requests.patch(f"https://api.attio.com/v2/lists/{instance.slug}", json={self.name: value})


class Pipeline:
    title = Remote()

    def __init__(self, slug):
        self.slug = slug


Pipeline("sales").title = "Sales 2"
