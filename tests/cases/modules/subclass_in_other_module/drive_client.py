from base_client import Http


class Drive(Http):
    BASE_URL = "https://www.googleapis.com/drive/v3"

    def files(self):
        return self._call("GET", "/files")
