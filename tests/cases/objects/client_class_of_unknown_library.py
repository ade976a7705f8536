from company_http import RestClient


class Attio(RestClient):
    """What RestClient does is out of sight; its base URL is Attio's and the verbs are plain."""

    base_url = "https://api.attio.com/v2"

    def notes(self):
        return self.get("/notes")  # todo-call: GET /v2/notes


class Other(RestClient):
    base_url = "https://api.example.com"

    def notes(self):
        return self.get("/notes")
