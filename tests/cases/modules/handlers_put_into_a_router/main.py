import requests

from commands import router


class Api:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)

    def post(self, path):
        return requests.post("https://api.attio.com/v2" + path)


router.handle(Api(), "/find")
router.handle(Api(), "/who")
