import requests
import settings_library

BASE = "https://api.attio.com/v2"


def mapping():
    config = settings_library.load({"base": BASE})
    requests.get(config["base"] + "/notes")  # unresolved: the result of `settings_library.load()`


def object_of_the_library():
    config = settings_library.Config({"base": BASE})
    requests.get(config.base + "/tasks")  # unresolved: `settings_library.Config().base`


def nested():
    config = settings_library.merge({"api": {"bases": [BASE]}}, {})
    requests.get(config["api"]["bases"][0] + "/lists")  # unresolved: the result of `settings_library.merge()`


def elsewhere():
    # near miss: the mapping holds another host, and the address is only shown
    config = settings_library.load({"base": "https://api.hubapi.com", "names": ["attio"]})
    requests.get(config["base"] + "/notes")
    print({"base": BASE})  # attio-scopes: ignore[ATS008] it is only shown
    requests.get(settings_library.find("other") + "/notes")
