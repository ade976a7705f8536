import requests


class Settings:
    host = "https://api.attio.com"
    version = "v2"

    @property
    def root(self) -> str:
        return f"{self.host}/{self.version}"


settings = Settings()


def lists():
    return requests.get(f"{settings.root}/lists")  # call: GET /v2/lists
