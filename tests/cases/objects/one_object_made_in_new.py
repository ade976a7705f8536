import requests


class Shared:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            made = super().__new__(cls)
            made.http = requests.Session()
            made.base = "https://api.attio.com/v2"
            cls._instance = made
        return cls._instance

    def emails(self):
        return self.http.get(f"{self.base}/emails")  # call: GET /v2/emails


Shared().emails()
