# expects nothing
class Recorder:
    def __init__(self):
        self.log = []

    def get(self, url, **kwargs):
        self.log.append(url)

    def post(self, url, **kwargs):
        self.log.append(url)


requests = Recorder()
requests.get("https://api.attio.com/v2/lists")
requests.post("https://api.attio.com/v2/notes", json={})
