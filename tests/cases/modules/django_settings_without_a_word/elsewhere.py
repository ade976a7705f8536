import requests


class Settings:
    CRM_URL = "https://api.example.com"


settings = Settings()


def notes():
    return requests.get(settings.CRM_URL + "/notes")
