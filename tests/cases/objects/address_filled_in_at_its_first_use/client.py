"""The address is put into an object by the property that reads it; the object is made anew by another property, and kept elsewhere."""
import os
import requests

HEADERS = {"Authorization": "Bearer " + os.environ["ATTIO_TOKEN"]}


class Attio:
    _root = None
    @property
    def root(self):
        if self._root is None:
            self._root = "https://api.attio.com/v2"
        return self._root

    def request(self, method, path, **options):
        return requests.request(method, self.root + path, headers=HEADERS)
    

def attio_factory():
    return Attio()


class App:
    @property
    def crm(self):
        return attio_factory()


app = App()
