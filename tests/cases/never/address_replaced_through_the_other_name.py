# expects nothing
import requests


def run():
    conf = {"base": "https://api.attio.com/v2"}
    same = conf
    same["base"] = "https://api.example.org"
    return requests.get(conf["base"] + "/notes")
