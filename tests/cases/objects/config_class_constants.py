"""A class of constants."""
import requests


class Config:
    API_ROOT = "https://api.attio.com"
    API_VERSION = "v2"
    BASE = API_ROOT + "/" + API_VERSION
    SLACK = "https://slack.com/api"


class Endpoints:
    OBJECTS = f"{Config.BASE}/objects"
    RECORDS = f"{Config.BASE}/objects/{{object}}/records"


requests.get(Endpoints.OBJECTS)  # call: GET /v2/objects
requests.post(Endpoints.RECORDS.format(object="deals"), json={})  # call: POST /v2/objects/{object}/records
requests.post(f"{Config.SLACK}/objects")
