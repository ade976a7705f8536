# sends: GET /v2/threads
import requests


class Url(str):
    def __truediv__(self, part):
        return Url(f"{self.rstrip('/')}/{part}")


requests.get(Url("https://api.attio.com") / "v2" / "threads")
