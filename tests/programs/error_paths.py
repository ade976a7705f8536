import os

import requests

H = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


def object_or_new(slug):
    answer = requests.get(f"https://api.attio.com/v2/objects/{slug}", headers=H)
    try:
        answer.raise_for_status()
    except requests.HTTPError:
        return None
    else:
        requests.patch(f"https://api.attio.com/v2/objects/{slug}", headers=H, json={"data": {}})
    finally:
        requests.get("https://api.attio.com/v2/self", headers=H)
    return answer.json()


object_or_new("people")
