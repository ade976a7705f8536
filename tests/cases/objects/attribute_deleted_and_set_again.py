import requests


class Holder:
    def __init__(self):
        self.session = None
        self.url = "https://api.example.org/v2/notes"

    def renew(self):
        del self.url
        self.url = "https://api.attio.com/v2/notes"
        return self


holder = Holder().renew()
requests.get(holder.url)  # call: GET /v2/notes
