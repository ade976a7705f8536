# sends: GET /v2/objects
# may: GET /v2/lists
# near: the subclass has an attribute where its base has a property that sends
import requests


class Base:
    @property
    def slugs(self):
        return requests.get("https://api.attio.com/v2/lists").json()


class Fixed(Base):
    slugs = ("people", "deals")

    def run(self):
        for _ in self.slugs:
            requests.get("https://api.attio.com/v2/objects")


Fixed().run()
