import requests

CONFIG = {
    "attio": {"base_url": "https://api.attio.com/v2", "timeout": 10},
    "stripe": {"base_url": "https://api.stripe.com/v1", "timeout": 10},
}


def lists():
    return requests.get(CONFIG["attio"]["base_url"] + "/lists", timeout=CONFIG["attio"]["timeout"])  # call: GET /v2/lists


def customers():
    return requests.get(CONFIG["stripe"]["base_url"] + "/lists")
