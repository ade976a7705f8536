# sends: GET /v2/objects
# near: the subclass of another vendor has the same method
import requests


class Base:
    root = None

    def objects(self):
        return requests.get(f"{self.root}/objects")


class Attio(Base):
    root = "https://api.attio.com/v2"


class Close(Base):
    root = "https://api.close.com/api/v1"


Attio().objects()
Close().objects()
