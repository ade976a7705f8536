import requests

from events import Created, Gone
from handlers import Mirror


class Api:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)

    def delete(self, path):
        return requests.delete("https://api.attio.com/v2" + path)


mirror = Mirror(Api())
mirror.handle(Created())
mirror.handle(Gone())
mirror.last = 1
mirror.twice()
