import logging

import requests

BASE = "https://api.attio.com/v2"


class Service:
    def request(self, endpoint, http_method="GET", **options):
        try:
            answer = requests.request(http_method, f"{BASE}/{endpoint}", **options)
        except requests.ConnectionError:
            logging.exception("offline")
            return None
        else:
            return answer.json()
        finally:
            logging.debug("done")

    def stage_options(self):
        return self.request("objects/deals/attributes/stage/statuses")  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/statuses

    def add_option(self, title):
        return self.request(  # call: POST /v2/{target}/{identifier}/attributes/{attribute}/options
            "lists/deals/attributes/source/options",
            http_method="POST",
            json={"data": {"title": title}},
        )
