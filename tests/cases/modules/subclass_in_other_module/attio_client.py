import base_client


class Attio(base_client.Http):
    BASE_URL = "https://api.attio.com/v2"

    def files(self):
        return self._call("GET", "/files")  # call: GET /v2/files
