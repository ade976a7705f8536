"""Either vendor's class may come; the request that may go to Attio is reported, the other one is named and not."""
import requests


class Attio:
    def get(self, tail):
        return requests.get("https://api.attio.com/v2" + tail)


class Copper:
    def get(self, tail):
        return requests.get("https://api.copper.com/developer_api/v1" + tail)


def lists(crm: "Copper | Attio"):
    return crm.get("/lists")  # call: GET /v2/lists


def pipelines(crm: Copper):
    return crm.get("/pipelines")
