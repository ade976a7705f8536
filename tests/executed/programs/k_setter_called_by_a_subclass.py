# sends: PATCH /v2/webhooks/{webhook_id}
# near: the subclass's setter hands the value to its base's
import requests


class Base:
    @property
    def target(self):
        return None

    @target.setter
    def target(self, value):
        requests.patch("https://api.attio.com/v2/webhooks/1", json={"target_url": value})


class Checked(Base):
    @property
    def target(self):
        return ""

    @target.setter
    def target(self, value):
        Base.target.fset(self, value.strip())


Checked().target = " https://example.org "
