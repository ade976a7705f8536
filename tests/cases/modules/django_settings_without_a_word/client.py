import requests
from django.conf import settings


class OfTheApp:
    def __getattr__(self, name):
        return getattr(settings, "CRM", {})[name]


app_settings = OfTheApp()


def notes():
    return requests.get(settings.CRM_URL + "/notes")  # call: GET /v2/notes


def tasks():
    return requests.get(app_settings.BASE_URL + "/tasks")  # call: GET /v2/tasks


def lists():
    return requests.get(getattr(settings, "CRM", {}).get("BASE_URL") + "/lists")  # call: GET /v2/lists


def others():
    return requests.get(settings.OTHER_URL + "/self")
