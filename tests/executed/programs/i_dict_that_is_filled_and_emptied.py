# sends: GET /v2/self
# near: what a function puts into the module's dict is shown, never asked
import requests

PLAN = {}


def plan():
    PLAN["note"] = "https://api.attio.com/v2/notes"


plan()
print(sorted(PLAN.values()))
PLAN.clear()
requests.get("https://api.attio.com/v2/self")
