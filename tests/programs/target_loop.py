import os

import requests

for target, name in (("objects", "people"), ("lists", "pipeline")):
    answer = requests.get(
        f"https://api.attio.com/v2/{target}/{name}/attributes",
        headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"},
        params={"show_archived": "true"},
    )
    answer.raise_for_status()
