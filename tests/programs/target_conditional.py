import os

import httpx

TOKEN = os.environ["ATTIO_TOKEN"]


def statuses(name, attribute, is_list):
    target = "lists" if is_list else "objects"
    url = f"https://api.attio.com/v2/{target}/{name}/attributes/{attribute}/statuses"
    return httpx.get(url, headers={"Authorization": f"Bearer {TOKEN}"})


statuses("deals", "stage", False).raise_for_status()
statuses("pipeline", "stage", True).raise_for_status()
