# sends: GET /v2/emails
import requests


class Settings:
    def __init__(self, **given):
        self.__dict__.update(given)


settings = Settings(crm="https://api.attio.com/v2", tries=2)
requests.get(f"{settings.crm}/emails")
