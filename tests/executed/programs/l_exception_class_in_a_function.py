# sends: GET /v2/files
# near: the inner class has a get that reads itself
import requests


def files():
    class Box(dict):
        def get(self, key, default=None):
            return super().get(key.strip("/"), default)

    box = Box(files="https://api.attio.com/v2/files")
    box.get("/v2/files")
    return requests.get(box.get("/files"))


files()
